"""Verbs of harm and where their victims stand: object, subject of the passive, noun of a participle, headline.

Universal Dependencies give the places (`obj`, `nsubj:pass`, `acl`, `acl:relcl`); where a participle has lost its noun, as in
"two were killed and three others injured" and in headlines, the noun phrase just before it is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from transforms.casualties.lexicon import OutcomeWord, noun_of, verb_forms
from transforms.casualties.victims import relative_antecedent

DEADLY = frozenset("fatally mortally".split())
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today morning night evening afternoon week month year weekend day hours days weeks".split()
)
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
FILLERS = frozenset(
    "fatally mortally critically seriously severely badly slightly later still also reportedly lightly then , confirmed were was been being have has are is shot found".split()
)


def verb_word(token: Token) -> OutcomeWord | None:
    """Return the entry of a verb of harm for a token, when it is used as a verb."""
    forms = verb_forms()
    particle = next(
        (child.lower_ for child in token.children if child.dep_ in ("compound:prt", "advmod") and child.lower_ in ("down", "up", "away")),
        None,
    )
    word = forms.get(f"{token.lower_} {particle}") if particle else None
    word = word or forms.get(token.lower_)
    if word is None or not _is_verbal(token):
        return None
    return word


def outcome_of(token: Token, word: OutcomeWord) -> tuple[str, bool]:
    """Return a verb's outcome and whether it leaves open that the victim died ("shot dead" and "fatally shot" do not)."""
    if word.outcome != "injured":
        return word.outcome, False
    for child in token.children:
        if child.lower_ in DEADLY or (child.lower_ == "dead" and child.i > token.i):
            return "killed", False
        if child.lower_ == "death" and child.i > token.i and any(mark.lower_ == "to" for mark in child.children):
            return "killed", False
    after = token.doc[token.i + 1 : token.i + 3].text.lower()
    if after.startswith("dead") or after == "to death" or (token.i > 0 and token.nbor(-1).lower_ in DEADLY):
        return "killed", False
    return "injured", word.frame == "hit"


def victims_of_verb(token: Token, word: OutcomeWord) -> Iterator[Token]:
    """Yield the head words of a verb's victims."""
    if word.frame.startswith("subject"):
        if not any(child.lower_ in ("off", "out", "down") and child.dep_ in ("compound:prt", "advmod") for child in token.children):
            yield from _subjects(token)
        return
    if word.frame == "home":
        homes = [
            child
            for child in token.children
            if child.dep_ == "obj" and child.lemma_ in ("home", "house", "village", "area", "region", "country", "town", "city")
        ]
        yield from _subjects(token) if homes else ()
        return
    if word.frame == "gunfire" and not _has_gunfire(token):
        return
    objects = [child for child in token.children if child.dep_ in ("obj", "iobj") and child.i > token.i - 8]
    objects += [other for child in objects for other in _joined(child, token)] if objects else []
    objects = [child for child in objects if relative_antecedent(child) is None or child.lower_ == "whom"]
    if objects and not any(child.dep_ == "nsubj:pass" for child in token.children):
        for found in objects:
            yield relative_antecedent(found) or found
        return
    right = None if any(child.dep_ in ("aux:pass", "nsubj:pass") for child in token.children) else _just_after(token)
    if right is not None:
        yield right
        return
    if is_passive(token):
        yield from _passive_victims(token)
    elif (
        token.dep_ == "acl:relcl"
        and not token.text.endswith("ing")
        and any(child.dep_ == "nsubj" and relative_antecedent(child) is None for child in token.children)
    ):
        yield token.head
    elif token.text.endswith(("ing", "ings")):
        yield from _object_by_place(token)
    else:
        yield from _headline_victims(token)


def _joined(noun: Token, verb: Token) -> Iterator[Token]:
    """Yield people joined to a victim by "along with" or "together with"."""
    for child in [*noun.children, *verb.children]:
        if child.i > noun.i and child.dep_ in ("obl", "nmod", "advcl") and any(mark.lower_ == "with" for mark in child.children):
            if {"along", "together"} & {word.lower_ for word in child.doc[max(child.left_edge.i - 1, noun.i) : child.i]}:
                yield child


def is_passive(token: Token) -> bool:
    """Return whether a form is a passive participle, by its auxiliary, its subject or its place after a noun."""
    for child in token.children:
        if child.dep_ in ("aux:pass", "nsubj:pass") or (
            child.dep_ in ("aux", "cop") and child.lower_ in ("was", "were", "been", "being", "got", "be", "is", "are", "gets")
        ):
            return not token.text.endswith("ing")
    if token.text.endswith("ing"):
        return False
    if token.dep_ in ("acl", "amod") or (token.dep_ in ("xcomp", "advcl") and str(token.head.lemma_) in ("find", "leave", "report")):
        return True
    if token.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in token.children) and token.head.pos_ in ("VERB", "NOUN", "ADJ"):
        return is_passive(token.head)
    return False


def _passive_victims(token: Token) -> Iterator[Token]:
    own = [child for child in token.children if child.dep_ in SUBJECTS]
    if own:
        nearest = min(own, key=lambda child: abs(child.i - token.i))
        nearest = relative_antecedent(nearest) or nearest
        yield nearest
        yield from _joined(nearest, token)
    elif token.dep_ in ("acl", "acl:relcl", "amod"):
        shared = verb_word(token.head)
        yield from [token.head] if shared is None else _headline_victims(token.head)
    elif token.dep_ == "conj":
        near = _before(token)
        yield from [near] if near is not None and not _is_victim_place(near, token) else _passive_victims(token.head)
    elif token.dep_ in ("xcomp", "advcl", "ccomp") and token.head.pos_ in ("VERB", "AUX"):
        yield from [_before(token)] if _before(token) is not None else _subjects(token.head)  # type: ignore[misc]
    else:
        near = _before(token)
        if near is not None:
            yield near


def _headline_victims(token: Token) -> Iterator[Token]:
    """Yield the victims of a participle without auxiliary: "9 killed in ...", "Man shot", "2 dead, 3 injured"."""
    subjects = [
        child
        for child in token.children
        if child.dep_ in ("nsubj", "nsubj:pass", "nummod", "compound", "obl:unmarked") and child.i < token.i
    ]
    near = _before(token)
    shared = next(
        (child for child in token.children if child.dep_ in ("conj", "parataxis", "advcl") and verb_word(child) is not None), None
    )
    objects = [child for child in shared.children if child.dep_ == "obj"] if shared is not None else []
    after = _just_after(shared) if shared is not None and not objects and not is_passive(shared) else None
    if objects or after is not None:
        yield from objects or [after]  # type: ignore[list-item]
        return
    leader = verb_word(token.head) if token.dep_ in ("conj", "acl", "parataxis") and token.head.i < token.i else None
    if leader is not None and (near is None or near.i == token.head.i):
        yield from victims_of_verb(token.head, leader)
        return
    if _is_active(token):
        return
    if near is not None and near.pos_ != "PRON":
        yield near
    elif (
        subjects
        and subjects[-1].lower_ not in ("he", "she", "they", "i", "we")
        and not any(child.dep_ in ("ccomp", "xcomp") for child in token.children)
    ):
        yield relative_antecedent(subjects[-1]) or subjects[-1]


def _is_active(token: Token) -> bool:
    """Return whether a verb without an object cannot be a headline's passive: "shoots", "shot at", "shot twice at"."""
    if "Pres" in token.morph.get("Tense") or token.lower_.endswith(("oots", "ills", "tabs")):
        return True
    return any(
        child.dep_ == "obl"
        and child.i < token.i + 6
        and any(mark.lower_ == "at" for mark in child.children)
        and child.pos_ in ("NOUN", "PRON")
        and noun_of(child) is not None
        for child in token.children
    )


def _object_by_place(token: Token) -> Iterator[Token]:
    """Yield the noun after "killing" where the parse calls it something else than an object."""
    for child in token.children:
        if (
            child.i > token.i
            and child.dep_ in ("obl", "obl:unmarked", "nmod", "dep", "ccomp", "nsubj", "conj")
            and not any(mark.dep_ in ("case", "cc") for mark in child.children)
        ):
            yield child
            return


def _just_after(token: Token) -> Token | None:
    """Return the head of a noun phrase that begins right after a verb, whatever the parse calls it; not a time ("killed Monday")."""
    doc, at, end = token.doc, token.i + 1, token.sent.end
    for bound in ("at least", "more than", "up to", "as many as", "no fewer than", "at most"):
        if doc[at : at + len(bound.split())].text.lower() == bound:
            at += len(bound.split())
    while (
        at < end
        and (doc[at].pos_ in ("DET", "NUM", "ADJ") or doc[at].lower_ in ("over", "about", "nearly", "some"))
        and doc[at].lower_ != "dead"
    ):
        at += 1
    if at == token.i + 1:
        return None
    if doc[at - 1].pos_ == "NUM" and (at >= end or doc[at].pos_ in ("ADP", "PUNCT", "CCONJ", "SCONJ", "ADV")):
        return doc[at - 1]
    if at >= end:
        return None
    found = doc[at]
    while found.dep_ in ("compound", "flat", "nmod:desc", "amod") and found.head.i > found.i:
        found = found.head
    is_noun = found.pos_ in ("NOUN", "PROPN") and found.left_edge.i >= token.i and found.lower_ not in TIMES
    return found if is_noun else None


def _subjects(token: Token) -> Iterator[Token]:
    """Yield the subjects of a verb, found through coordination, relatives and raising ("is believed to have died")."""
    own = [child for child in token.children if child.dep_ in SUBJECTS]
    if own:
        for subject in own:
            yield relative_antecedent(subject) or subject
    elif token.dep_ in ("acl:relcl", "acl"):
        yield token.head
    elif token.dep_ in ("conj", "xcomp") and token.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and token.head.i != token.i:
        yield from _subjects(token.head)
    elif token.dep_ == "advcl" and token.head.pos_ == "VERB" and token.text.endswith("ing"):
        yield from _subjects(token.head)
    else:
        near = _before(token)
        if near is not None:
            yield near


def _before(token: Token) -> Token | None:
    """Return the head of the noun phrase that ends just before a verb, past adverbs and auxiliaries."""
    at = token.i - 1
    while at >= token.sent.start and token.doc[at].lower_ in FILLERS:
        if token.doc[at].text == "," and at < token.i - 1 and token.doc[at + 1].lower_ != "critically":
            break
        at -= 1
    if at < token.sent.start:
        return None
    found = token.doc[at]
    if found.pos_ not in ("NOUN", "PROPN", "NUM", "PRON"):
        return None
    while (
        found.dep_ in ("nmod", "flat", "compound", "obl", "appos", "nmod:unmarked")
        and found.head.i < found.i
        and found.head.pos_ in ("NOUN", "PROPN", "NUM")
    ):
        found = found.head
    return found


def _is_victim_place(noun: Token, verb: Token) -> bool:
    """Return whether the noun before a coordinated verb already has a place of its own in the first clause (an object, a date)."""
    return noun.dep_ in ("obl", "obj", "nmod", "obl:agent", "obl:tmod", "flat", "compound") and noun.head.i != verb.i


def _has_gunfire(token: Token) -> bool:
    words = {word.lower_ for word in token.subtree if word.i > token.i}
    return bool(words & {"gunfire", "bullet", "bullets", "shrapnel", "shots", "gunshot", "gunshots"})


def _is_headline_participle(token: Token) -> bool:
    """Return whether a participle that the parse puts before a noun is a verb: "Four wounded when ...", "the bomb wounded 25 men"."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    after = token.nbor(1) if token.i + 1 < token.sent.end else None
    if after is not None and after.pos_ in ("NUM", "DET") and before is not None and before.pos_ in ("NOUN", "PROPN"):
        return True
    return before is not None and before.pos_ == "NUM" and (after is None or after.pos_ in ("ADP", "ADV", "SCONJ", "PUNCT"))


def _is_verbal(token: Token) -> bool:
    if (
        token.lower_ == "shooting"
        and token.i + 1 < token.sent.end
        and token.nbor(1).lower_ in ("suspect", "suspects", "victim", "victims", "death", "deaths", "spree")
    ):
        return False
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ != "amod" or _is_headline_participle(token)
    if token.lower_.endswith("s") and token.i + 1 < token.sent.end and token.nbor(1).pos_ in ("NUM", "DET") and token.i > token.sent.start:
        return True
    if token.text.endswith(("ing", "ings")) or not (token.lower_.endswith("ed") or token.lower_ in ("shot", "slain", "hurt")):
        return False
    if token.pos_ in ("NOUN", "PROPN", "ADJ"):
        if (
            token.dep_ in ("compound", "obj", "nsubj", "nmod", "obl")
            or token.text in ("strike", "strikes", "hit", "hits", "shot")
            and token.dep_ in ("amod",)
        ):
            return False
        if token.i > token.sent.start and token.nbor(-1).pos_ == "NUM" and token.lower_ == "shot":
            return token.i + 1 == token.sent.end or token.nbor(1).pos_ in ("ADP", "CCONJ", "SCONJ", "ADJ")
        return any(child.dep_ in ("aux:pass", "cop", "obj", "nsubj:pass") for child in token.children) or token.dep_ in (
            "acl",
            "ROOT",
            "conj",
            "parataxis",
            "ccomp",
            "amod",
        )
    return False

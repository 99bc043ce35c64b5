"""People found from a verb: its subjects, through coordination and relatives, and the noun phrases that stand beside it."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.casualties.lexicon import word_set
from transforms.casualties.relatives import relative_antecedent
from transforms.tokens import Token, text_of

TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today morning night evening afternoon week month year"
    " weekend day hours days weeks"
)
FILLERS = word_set(
    "fatally mortally critically seriously severely badly slightly later still also reportedly lightly then , confirmed were was"
    " been being have has are is shot found"
)
LONGEST_ASIDE = 14
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


def just_after(token: Token) -> Token | None:
    """Return the head of a noun phrase that begins right after a verb, whatever the parse calls it; not a time ("killed Monday")."""
    doc, at, end = token.doc, token.i + 1, token.sent.end
    for bound in ("at least", "more than", "up to", "as many as", "no fewer than", "at most"):
        if text_of(doc[at : at + len(bound.split())]).lower() == bound:
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


def subjects_of(token: Token) -> Iterator[Token]:
    """Yield the subjects of a verb, found through coordination, relatives and raising ("is believed to have died")."""
    own = own_subjects(token)
    if not own and token.dep_ == "conj" and (number := _number_of_clause(token)) is not None:
        yield number
    elif own:
        for subject in own:
            yield from _counted_before(subject)
            yield relative_antecedent(subject) or subject
    elif (clause := next((child for child in token.children if child.dep_ == "csubj" and own_subjects(child)), None)) is not None:
        yield from own_subjects(clause)  # "Boy, 14, shot in Ohio dies"
    elif token.dep_ in ("acl:relcl", "acl"):
        yield _share(token) or token.head
    elif (
        token.dep_ in ("conj", "xcomp", "parataxis") and token.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and token.head.i != token.i
    ) or (token.dep_ == "advcl" and token.head.pos_ == "VERB" and token.text.endswith("ing")):
        told = [child for child in token.head.children if child.dep_ == "ccomp" and child.i < token.i] if token.dep_ == "conj" else []
        yield from subjects_of(told[-1] if told else token.head)
    else:
        near = noun_before(token)
        if near is not None and near.dep_ == "conj" and near.head.lower_ == "aged" and near.head.i > token.sent.start:
            yield near.head.nbor(-1)
        if near is not None:
            yield from _counted_before(near)
            yield near


def _number_of_clause(verb: Token) -> Token | None:
    """Return the bare number that opens a joined clause: "46 were brought there, and two more died"."""
    doc, at = verb.doc, verb.i - 1
    while at > verb.sent.start + 1 and doc[at].lower_ in ("more", "others", "also", "later", "had", "were", "was", "been"):
        at -= 1
    opens = at > verb.sent.start + 1 and doc[at].pos_ == "NUM" and doc[at].dep_ in ("nummod", "nsubj", "obl", "dep")
    return doc[at] if opens and doc[at - 1].lower_ in ("and", "that", "while") and at < verb.i - 1 else None


def _counted_before(last: Token) -> Iterator[Token]:
    """Yield the counted people that "and" joins to the last before a verb, where the parse hangs them on a place: "In Kosti, five guards
    and three drivers died"."""
    own = [child.i for child in last.children if child.i < last.i and child.dep_ in ("nummod", "nmod:poss", "det")]
    if not own or min(own) < last.sent.start + 2 or last.doc[min(own) - 1].lower_ != "and":
        return
    before = last.doc[min(own) - 2]
    is_hung = before.dep_ in ("appos", "conj") and before.head.dep_ == "obl" and before.head.head.i == last.head.i
    if is_hung and any(child.dep_ == "nummod" for child in before.children):
        yield before


def _share(verb: Token) -> Token | None:
    """Return "one" of "one of the victims died", where the parse hangs the verb on the victims."""
    noun = verb.head
    of = any(mark.dep_ == "case" and mark.lower_ == "of" for mark in noun.children)
    if verb.dep_ == "acl" and noun.dep_ == "nmod" and of and (noun.head.pos_ == "NUM" or noun.head.lower_ in ("several", "some", "none")):
        return noun.head
    return None


def own_subjects(token: Token) -> list[Token]:
    """Return the subjects that the parse gives a verb, without nouns of a prepositional phrase and names before a colon."""
    own = [_past_source(child) for child in token.children if child.dep_ in SUBJECTS]
    return [subject for subject in own if not _is_apart(subject, token)]


def _past_source(subject: Token) -> Token:
    """Return who "According to the mayor, Omar Haddad was killed" is about, where the parse hangs him on the mayor; else the subject."""
    is_source = any(child.lower_ == "according" and child.dep_ == "case" for child in subject.children)
    told = next((child for child in subject.children if child.dep_ == "appos" and child.i > subject.i), None) if is_source else None
    return told or subject


def _is_apart(subject: Token, verb: Token) -> bool:
    before = subject.left_edge.nbor(-1) if subject.left_edge.i > subject.sent.start else None
    if before is not None and before.pos_ == "ADP" and before.dep_ != "mark" and before.head.i != verb.i:
        return True
    return any(token.text == ":" for token in subject.doc[subject.i + 1 : verb.i])


def noun_before(token: Token) -> Token | None:
    """Return the head of the noun phrase that ends just before a verb, past adverbs and auxiliaries."""
    at = token.i - 1
    while at >= token.sent.start and token.doc[at].lower_ in FILLERS:
        if token.doc[at].text == "," and at < token.i - 1 and token.doc[at + 1].lower_ != "critically":
            break
        at -= 1
    if at < token.sent.start:
        return None
    found = _holder(token.doc[at])
    ages = at - 2 if at > 2 and token.doc[at - 1].lower_ == "and" else at  # "two men, aged 38 and 45, were hurt"
    if found.pos_ == "NUM" and ages > token.sent.start + 1 and token.doc[ages - 1].lower_ == "aged":
        found = token.doc[ages - 2] if token.doc[ages - 2].text != "," else token.doc[ages - 3]
    if found.lower_ == "more" and at > token.sent.start and token.doc[at - 1].pos_ == "NUM":
        found = token.doc[at - 1]
    is_group = found.lower_ in ("wounded", "injured", "dead", "missing") and found.i > token.sent.start and found.nbor(-1).lower_ == "the"
    if found.pos_ not in ("NOUN", "PROPN", "NUM", "PRON") and not is_group:
        return None
    while (
        found.dep_ in ("nmod", "flat", "compound", "obl", "appos", "nmod:unmarked")
        and found.head.i < found.i
        and found.head.pos_ in ("NOUN", "PROPN", "NUM")
    ):
        found = found.head
    return found


def _holder(noun: Token) -> Token:
    """Return the noun before "with a gunshot wound", else the noun itself."""
    if noun.lower_ in ("wound", "wounds", "injury", "injuries"):
        for at in range(noun.i - 1, max(noun.sent.start, noun.i - 5), -1):
            if noun.doc[at].lower_ == "with":
                return noun.doc[at - 1]
    return noun


def before_aside(verb: Token) -> Token | None:
    """Return the noun before an aside that the parse makes the verb's: "four others, among them a girl, were wounded"."""
    doc, at, start = verb.doc, verb.i - 1, verb.sent.start
    while at > start and doc[at].dep_ in ("aux", "aux:pass", "cop"):
        at -= 1
    if doc[at].text != ",":
        return None
    for mark in range(at - 1, max(start + 1, at - LONGEST_ASIDE), -1):
        is_share = doc[mark].pos_ == "NUM" and doc[mark + 1].lower_ == "of" and doc[mark + 2].lower_ == "them"
        if (is_share or doc[mark].lower_ in ("among", "including", "most", "all", "some")) and doc[mark - 1].text == ",":
            noun = doc[mark - 2]
            return noun if noun.pos_ in ("NOUN", "NUM", "PRON", "PROPN") else None
    return None


def number_beside(state: Token) -> Token | None:
    """Return the counted people just before a word for a state, in a list: "three dead and two missing"."""
    doc, at = state.doc, state.i - 1
    while at > state.sent.start and doc[at].lower_ in ("still", "also", "more"):
        at -= 1
    near = doc[at]
    number = near if near.pos_ == "NUM" else next((child for child in near.children if child.dep_ == "nummod"), None)
    if (
        number is None
        or number.i <= state.sent.start
        or near.pos_ not in ("NUM", "NOUN")
        or (state.dep_ == "amod" and state.head.i > state.i)
    ):
        return None
    if near.dep_ == "conj" and state.dep_ == "xcomp" and any(child.dep_ == "nummod" for child in near.head.children):
        return None  # "left 64 officers and 92 soldiers dead"
    return near if number.nbor(-1).lower_ == "and" else None

"""Verbs of harm and where their victims stand: object, subject of the passive, noun of a participle, headline.

Universal Dependencies give the places (`obj`, `nsubj:pass`, `acl`, `acl:relcl`); where a participle has lost its noun, as in
"two were killed and three others injured" and in headlines, the noun phrase just before it is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from transforms.casualties.gestures import (
    has_fled_home,
    has_gunfire,
    is_aimed_at,
    is_from_home,
    is_own_kin,
    owner_of_times,
    owners_of_throats,
)
from transforms.casualties.headline_verbs import is_active
from transforms.casualties.lexicon import ARMED, OutcomeWord, noun_of, word_set
from transforms.casualties.lists import is_list, joined, list_before, listed_before, listed_on, past_clause
from transforms.casualties.neighbours import SUBJECTS, TIMES, before_aside, just_after, noun_before, own_subjects, subjects_of
from transforms.casualties.relatives import relative_antecedent
from transforms.casualties.verb_reading import is_passive, joined_verb, shared_objects, verb_word
from transforms.tokens import Token, text_of

REFLEXIVE = frozenset(("himself", "herself", "themselves"))
BATTLES = word_set("battle combat action fighting firefight gunfight clash duty")


def victims_of_verb(token: Token, word: OutcomeWord) -> Iterator[Token]:
    """Yield the head words of a verb's victims."""
    if word.frame == "to_death" and text_of(token.doc[token.i + 1 : token.i + 3]).lower() != "to death":
        return
    is_downed = token.lower_ == "shot" and any(child.lower_ == "down" for child in token.children)
    if is_downed and any(child.pos_ == "NUM" and child.dep_ in ("obj", "nsubj:pass") for child in token.children):
        return  # "121 shot down" counts drones
    if word.frame == "in_battle" and not any(child.dep_ == "obl" and child.lemma_.lower() in BATTLES for child in token.children):
        return  # "prices fell"
    if word.frame.startswith("subject") or word.frame in ("to_death", "in_battle"):
        if not any(child.lower_ in ("off", "out", "down") and child.dep_ in ("compound:prt", "advmod") for child in token.children):
            yield from subjects_of(token)
        return
    if word.frame == "home":
        yield from (people for people in subjects_of(token) if has_fled_home(token, people))
        return
    if word.frame == "loss":
        lost = [child for child in token.children if child.dep_ == "obj"]
        yield from (child for child in lost if _is_of_a_force(child, token) or is_own_kin(child))
        return
    if word.frame == "throat":
        yield from owners_of_throats(token)
        return
    if (word.frame == "gunfire" and not has_gunfire(token)) or (word.frame == "from_home" and not is_from_home(token)):
        return
    if token.dep_ == "amod" and token.head.i > token.i and any(child.dep_ == "nsubj" for child in token.children):
        yield token.head  # "men kidnapped union leader X": a verb with its subject, which the parse takes for the noun's adjective
        return
    objects = [child for child in token.children if child.dep_ in ("obj", "iobj") and child.i > token.i - 8] or shared_objects(token)
    objects = [owner_of_times(child) or child for child in objects if child.lower_ not in TIMES]
    objects = [child for child in objects if child.lemma_ != "time" and not is_aimed_at(child)]  # "Man shot multiple times"
    objects += [other for child in objects for other in joined(child, token)] if objects else []
    objects = [other for child in objects for other in (*listed_before(child), child)] + list(listed_on(token, objects))
    objects = [child for child in objects if relative_antecedent(child) is None or child.lower_ == "whom"]
    if objects and (_is_perfect(token) or not any(child.dep_ == "nsubj:pass" for child in token.children)):
        for found in objects:
            own = list(subjects_of(token)) if found.lower_ in REFLEXIVE else []
            yield from own[:1] or [relative_antecedent(found) or found]
            yield from (other for other in found.children if own and other.dep_ == "conj")
        return
    right = None if any(child.dep_ in ("aux:pass", "nsubj:pass") for child in token.children) else just_after(token)
    if right is not None:
        yield right
        return
    if token.dep_ == "xcomp" and token.head.lemma_.lower() in ("remain", "stay"):
        yield from subjects_of(token.head)  # "three people remained hospitalized"
    elif is_passive(token):
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


def _is_perfect(verb: Token) -> bool:
    """Return whether a verb with its object stands in the active perfect, whatever the parse makes of its subject ("had killed ten")."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "aux:pass")}
    return bool(helpers & {"had", "has", "have"}) and not helpers & {"been", "was", "were", "be", "being"}


def _is_of_a_force(lost: Token, verb: Token) -> bool:
    """Return whether an army lost so many of its own: "lost 14 soldiers", and "11 men" of attackers."""
    noun = noun_of(lost)
    is_one = noun is not None and noun.kind == "person" and lost.left_edge.lower_ in ("a", "an")
    if noun is None or not (is_one or any(child.dep_ == "nummod" or child.lower_ == "single" for child in lost.children)):
        return False
    sides = [noun_of(word) for subject in subjects_of(verb) for word in (subject, *subject.children)]
    is_of_side = noun.noun in ("man", "member") and any(side is not None and side.group in ARMED for side in sides)
    return noun.group in ARMED or noun.noun in ("civilian", "personnel") or is_of_side


def _passive_victims(token: Token) -> Iterator[Token]:
    own = own_subjects(token)
    told = _told_as_object(token) if not own else None
    if told is not None:
        yield told
        return
    told_before = before_aside(token)
    if told_before is not None and told_before.head not in own and all(child.i < told_before.i for child in own):
        yield told_before
    elif own:
        nearest = past_clause(own) or min(own, key=lambda child: abs(child.i - token.i))
        if nearest.pos_ == "NOUN" and noun_of(nearest) is None:  # "a waitress trying to stop a crime was shot"
            nearest = next((child for child in own if noun_of(child) is not None), nearest)
        if token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN") and is_list(token.head, nearest):
            yield token.head
        yield from (child for child in own if child.i < nearest.i and is_list(child, nearest))
        nearest = relative_antecedent(nearest) or nearest
        yield _doer_of_participle(nearest) or nearest
        yield from joined(nearest, token)
    elif token.dep_ in ("acl", "amod") and token.i > token.sent.start and token.nbor(-1).pos_ == "NUM" and token.nbor(-1).head.i == token.i:
        yield token.nbor(-1)
    elif token.dep_ == "amod" and token.head.i > token.i and token.nbor(1).is_punct:
        near = noun_before(token)
        yield from [near] if near is not None else []
    elif token.dep_ in ("acl", "acl:relcl", "amod"):
        shared = verb_word(token.head)
        yield from [token.head] if shared is None else _headline_victims(token.head)
    elif token.dep_ == "conj":
        near = noun_before(token)
        yield from [near] if near is not None and not _is_victim_place(near, token) else _passive_victims(token.head)
    elif (listed := list_before(token)) is not None:
        yield listed
    elif token.dep_ == "xcomp" and (found := next((t for t in token.head.children if t.dep_ == "nsubj:pass"), None)) is not None:
        yield found  # "a teacher and three pupils were found shot"
        yield from joined(found, token.head)
    elif token.dep_ in ("xcomp", "advcl", "ccomp") and token.head.pos_ in ("VERB", "AUX"):
        yield from [noun_before(token)] if noun_before(token) is not None else subjects_of(token.head)  # type: ignore[misc]
    else:
        near = noun_before(token)
        if near is not None:
            yield near


def _told_as_object(verb: Token) -> Token | None:
    """Return the people of "said nine of its staff, drivers among them, were killed", where the parse makes them what was said."""
    saying = verb.head
    if verb.dep_ not in ("conj", "ccomp") or saying.lemma_.lower() not in ("say", "report", "add") or not is_passive(verb):
        return None
    return next((child for child in saying.children if child.dep_ == "obj" and saying.i < child.i < verb.i), None)


def _doer_of_participle(subject: Token) -> Token | None:
    """Return the person of "a soldier guarding the depot was wounded", where the parse makes the depot the one who was wounded."""
    if noun_of(subject) is not None or subject.pos_ != "NOUN":
        return None
    for word in subject.doc[subject.sent.start + 1 : subject.i]:
        before = word.nbor(-1)
        if word.pos_ == "VERB" and word.text.endswith("ing") and before.dep_ == "compound" and before.head.i == word.i:
            noun = noun_of(before)
            return before if noun is not None and noun.kind in ("person", "plural") else None
    return None


def _headline_victims(token: Token) -> Iterator[Token]:
    """Yield the victims of a participle without auxiliary: "9 killed in ...", "Man shot", "2 dead, 3 injured"."""
    subjects = [
        child
        for child in token.children
        if child.dep_ in ("nsubj", "nsubj:pass", "nummod", "compound", "obl:unmarked") and child.i < token.i
    ]
    if not subjects and token.dep_ == "conj" and token.tag_ == token.head.tag_ == "VBN":
        subjects = [child for child in token.head.children if child.dep_ in SUBJECTS]  # "Cab driver robbed, shot"
    near = noun_before(token)
    shared = joined_verb(token) or next(
        (child for child in token.children if child.dep_ in ("conj", "parataxis", "advcl") and verb_word(child) is not None), None
    )
    objects = [child for child in shared.children if child.dep_ == "obj"] if shared is not None else []
    after = just_after(shared) if shared is not None and not objects and not is_passive(shared) else None
    if objects or after is not None:
        yield from objects or [after]  # type: ignore[list-item]
        return
    leader = verb_word(token.head) if token.dep_ in ("conj", "acl", "parataxis") and token.head.i < token.i else None
    if leader is not None and (near is None or near.i == token.head.i):
        yield from victims_of_verb(token.head, leader)
        return
    if is_active(token):
        return
    known = noun_of(near) if near is not None else None
    if near is not None and near.pos_ != "PRON" and not (subjects and known is not None and known.kind == "thing"):
        yield from _paired(near)
        yield near
    elif (
        subjects
        and subjects[-1].lower_ not in ("he", "she", "they", "i", "we")
        and not any(child.dep_ in ("ccomp", "xcomp") for child in token.children)
    ):
        yield relative_antecedent(subjects[-1]) or subjects[-1]


def _paired(noun: Token) -> Iterator[Token]:
    """Yield the person before a comma in a headline's list of two: "Teen, man shot"."""
    if noun.i - 2 == noun.sent.start and noun.nbor(-1).text == "," and noun_of(noun.nbor(-2)) is not None:
        yield noun.nbor(-2)


def _object_by_place(token: Token) -> Iterator[Token]:
    """Yield the noun after "killing" where the parse calls it something else than an object."""
    for child in token.children:
        if (
            child.i > token.i
            and child.dep_ in ("obl", "obl:unmarked", "nmod", "dep", "ccomp", "nsubj", "conj")
            and not any(mark.dep_ in ("case", "cc") and mark.lower_ != "between" for mark in child.children)
        ):
            yield child
            return


def _is_victim_place(noun: Token, verb: Token) -> bool:
    """Return whether the noun before a coordinated verb already has a place of its own in the first clause (an object, a date)."""
    return noun.dep_ in ("obl", "obj", "nmod", "obl:agent", "obl:tmod", "flat", "compound") and noun.head.i != verb.i

"""Read one sentence: every frame of harm in it, its people, and one `Harm` for each member of a list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from transforms.casualties import aftermath, custody, nouns, numbers, taking, verbs
from transforms.casualties.animals import is_of_person
from transforms.casualties.appositions import people_of_homes, without_appositions
from transforms.casualties.counts import Count
from transforms.casualties.doubles import without_doubles, without_echoes
from transforms.casualties.figures import passed
from transforms.casualties.former import OF_BEFORE
from transforms.casualties.harm import Harm
from transforms.casualties.lexicon import noun_of, verb_starts, word_set, words_of
from transforms.casualties.lists import gapped, likewise, runs_on
from transforms.casualties.neighbours import TIMES
from transforms.casualties.phrases import has_case, members
from transforms.casualties.suicide import SUICIDE_WORDS, is_self_inflicted, turns_weapon, victims_of_suicide
from transforms.casualties.told_away import is_told_away, with_none
from transforms.casualties.unhurt import is_half_hurt, victims_unhurt
from transforms.casualties.verb_reading import is_wound, outcome_of, verb_word
from transforms.casualties.victims import Victims, people_in
from transforms.tokens import Span, Token

# What a toll of the dead is called.
OF_TOLL = word_set(
    "death dead fatality casualty the human overall total official real true actual final higher lower revised updated combined"
)

# Nobody says so of a town or a firm.
PRONOUNCING = word_set("pronounce declare")
# "Recorded 6,620 killings" counts the killed.
RECORDING = word_set("record document verify register report confirm")


def harms_of(span: Span, places: frozenset[int]) -> list[Harm]:
    """Return the harm that a sentence tells, in the order of the words; `places` are positions of place names in its paragraph."""
    found: list[Harm] = []
    for token in span:
        if not _may_tell(token.lower_, token.lemma_):
            continue
        harms = [harm for harm in map(with_none, _of_token(token, places)) if not is_told_away(harm)]
        for harm in harms:
            fatal = harm.outcome == "killed" or harm.may_be_dead
            harm.is_suicide = fatal and harm.count.best == 1 and is_self_inflicted(token)
        found += harms
    return without_echoes(without_appositions(without_doubles(found)))


@lru_cache(maxsize=20_000)
def _may_tell(text: str, lemma: str) -> bool:
    """Whether a word, wherever it stands, is one of those that tell of harm."""
    lemma = lemma.lower()
    if text in verb_starts() or text in words_of("adj") or nouns.noun_entries(lemma, text):
        return True
    return lemma in aftermath.WORDS or text in aftermath.WORDS or lemma in SUICIDE_WORDS or text in taking.FORMS or text in custody.FORMS


def _of_token(token: Token, places: frozenset[int]) -> Iterator[Harm]:
    word = verb_word(token)
    if word is not None and not _is_attribute(token):
        outcome, open_ended = outcome_of(token, word)
        strict = word.frame in ("person_object", "hit", "gunfire", "home", "subject_counted")
        strict &= not (word.frame == "hit" and outcome == "killed")  # nobody stabs a town to death
        heads = list(verbs.victims_of_verb(token, word))
        heads += [*gapped(token, heads), *likewise(token)] if heads else []
        for head in heads:
            total = numbers.number_of(head)
            if total is not None:
                people = numbers.people_of_number(head)
                victims = Victims(people, people.i, people.i, total, is_counted=False) if people.lower_ != "number" else None
                yield Harm(outcome, token, victims, total)
                continue
            yield from _each(token, outcome, head, places, strict, open_ended)
        if heads or (token.pos_ != "ADJ" and not nouns.noun_words(token)):
            return
    counted = [harm for noun in nouns.noun_words(token) for harm in _of_noun(token, noun.outcome, noun.frame, places)]
    yield from counted
    if counted:
        return
    if token.lower_ in words_of("adj") and not is_half_hurt(token):
        yield from _of_adjective(token, words_of("adj")[token.lower_][0].outcome, places)
    for head in taking.victims_taken(token):
        yield from _each(token, "abducted", head, places, True, False)
    for head in (*taking.victims_held(token), *taking.victims_jailed(token)):
        yield from _each(token, "detained", head, places, True, False)
    for head in custody.victims_in_custody(token):
        yield from _each(token, "detained", head, frozenset(), False, False)  # no town is in custody
    for head in victims_of_suicide(token):
        yield from _each(token, "injured" if turns_weapon(token) else "killed", head, places, False, turns_weapon(token))
    for named in aftermath.victims_named(token):
        for harm in _each(token, "casualties", named, places, False, False):
            harm.is_naming, harm.named = True, aftermath.named_party(token)
            yield harm
    for head in aftermath.victims_of_hospital(token):
        is_shot = head.pos_ == "PROPN" and is_of_person(token, head)  # "Haddad had gunshot wounds"
        for harm in _each(token, "injured", head, places, not is_shot, True):
            harm.in_hospital = str(token.lemma_).lower() != "wound" and not is_wound(token)
            yield harm


def _is_attribute(token: Token) -> bool:
    """Return whether a participle stands between a number and its noun ("165 injured victims")."""
    noun = token.head
    return token.dep_ == "amod" and any(child.dep_ == "nummod" and child.i < token.i for child in noun.children) and noun.i > token.i


def _of_adjective(token: Token, outcome: str, places: frozenset[int]) -> Iterator[Harm]:
    before_noun = token.dep_ == "amod" and token.head.i > token.i and not any(child.dep_ == "nsubj" for child in token.children)
    if not before_noun:
        for head in list(victims_unhurt(token)) or nouns.victims_of_state(token):
            is_told_so = token.head.lemma_.lower() in PRONOUNCING and head.pos_ == "PROPN"  # "Haddad was pronounced dead"
            yield from _each(token, outcome, head, places, not is_told_so, False)
    elif (total := numbers.number_of(token.head)) is not None:
        yield Harm(outcome, token, Victims(token.head, token.i, token.head.i, total), total)
    elif token.head.i - token.i <= 2 and any(child.dep_ == "nummod" for child in token.head.children):
        victims = people_in(token.head, places, True, anywhere=True)
        if victims is not None:
            yield Harm(outcome, token, victims, victims.count)


def _of_noun(token: Token, outcome: str, frame: str, places: frozenset[int]) -> Iterator[Harm]:
    heads: list[Token] = []
    count: Count | None = None
    if token.dep_ == "compound" and token.i > token.sent.start and token.text.istitle() and token.head.text.istitle() and frame == "act":
        return  # "IOM's Displacement Tracking Matrix"
    if frame in ("act", "people_act"):
        heads = list(nouns.victims_of_act(token))
    if frame in ("people", "people_act"):
        count = None if heads else nouns.own_count(token)
    elif frame == "toll":
        count = passed(token, nouns.toll_count(token)) if _is_death_toll(token) else None
    elif frame == "lives":
        heads, count = nouns.victims_of_lives(token)
    elif frame == "remains":
        heads, count = nouns.victims_of_remains(token)
        if count is not None and count.best != 1 and not any(child.dep_ == "nummod" for head in heads for child in head.children):
            heads = []
    elif frame == "hostage":
        heads = list(aftermath.victims_of_hostage(token))
        held = aftermath.is_held(token)
        count = nouns.own_count(token) if held and not heads else None
    strict = frame in ("people_act", "remains", "lives") or token.lower_ in ("execution", "capture", "death", "deaths", "elimination")
    open_ended = outcome == "injured" and frame == "act" and str(token.lemma_).lower() != "wounding"
    if open_ended and any(child.lower_ in ("fatal", "deadly") for child in token.children):
        outcome, open_ended = "killed", False
    if frame == "act" and not heads and outcome == "killed" and token.dep_ == "obj" and token.head.lemma_.lower() in RECORDING:
        count = nouns.deeds_count(token, outcome)
    deeds = nouns.deeds_count(token, outcome) if frame == "act" and len(heads) == 1 else None
    people = people_in(heads[0], places, True) if deeds is not None else None
    if deeds is not None and people is not None and people.count.qualifier == "vague" and people.count.first < 0:
        yield Harm(outcome, token, Victims(people.head, deeds.first, people.last, deeds), deeds)
        return
    for head in heads:
        yield from _each(token, outcome, head, places, False if head.pos_ == "PROPN" else strict or open_ended, open_ended)
    if count is not None and not heads:
        victims = _people_of_count(token, count, frame)
        yield Harm(outcome, token, victims, count)
        if frame == "toll" and victims is not None:
            yield from _also_in_toll(token, outcome, victims.head, places)


def _people_of_count(token: Token, count: Count, frame: str) -> Victims | None:
    """Return the people of a counted noun ("nine civilian fatalities"), or of a toll "of nine civilians"."""
    if frame == "toll":
        doc = token.doc
        after = doc[count.last + 1] if count.last + 1 < len(doc) else None
        head = doc[count.last].head if doc[count.last].dep_ == "nummod" else after
        if (
            head is not None
            and head.i > count.last
            and doc[count.last + 1].text != ":"
            and head.lower_ not in TIMES
            and head.pos_ in ("NOUN", "PROPN")
            and head.i <= count.last + 3
        ):
            return Victims(head, count.first, head.i, count)
        return None
    noun = noun_of(token.head) if token.dep_ == "amod" and token.head.i > token.i else None
    head = token.head if noun is not None and noun.kind in ("person", "plural") else token  # "two dead guards"
    return Victims(head, min(count.first, head.i), head.i, count)


def _also_in_toll(token: Token, outcome: str, head: Token, places: frozenset[int]) -> Iterator[Harm]:
    """Yield the people that a toll counts beside its first ("put the toll at nine civilians and two militiamen")."""
    for member in members(head):
        victims = people_in(member, places, True) if member is not head else None
        if victims is not None and victims.count.first >= 0:
            yield Harm(outcome, token, victims, victims.count, by_list=True)


def _each(token: Token, outcome: str, head: Token, places: frozenset[int], strict: bool, open_ended: bool) -> Iterator[Harm]:
    listed = [*members(head), *people_of_homes(head)]
    is_counted = any(child.dep_ == "nummod" for child in head.children)
    further = runs_on(listed[-1], past_and=True) if token.i < head.i and is_counted else None
    listed += members(further) if further is not None else ()
    for member in listed:
        if token.i in range(head.i, member.i) and member.i > token.i > head.i:
            continue
        victims = people_in(member, places, strict, anywhere=_is_told_of(member, token))
        if victims is not None and not victims.first <= token.i <= victims.last:
            yield Harm(outcome, token, victims, victims.count, may_be_dead=open_ended, by_list=member is not head)


def _is_told_of(people: Token, verb: Token) -> bool:
    """Return whether a clause tells of people wherever they stand ("a vigil for a man who was shot by police")."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head is people and verb.i > people.i:
        is_done = not any(child.dep_ in ("obj", "nsubj") for child in verb.children)
        return is_done and has_case(people, "for")  # "searched for a man wounded in the attack"
    clause = verb.head if verb.dep_ in ("conj", "xcomp") and verb.head.dep_ == "acl:relcl" else verb
    return clause.dep_ == "acl:relcl" and any(child.lower_ in ("who", "whom") for word in (clause, verb) for child in word.children)


def _is_death_toll(token: Token) -> bool:
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    is_given = token.dep_ == "obj" and token.head.lemma_.lower() in ("give", "cite") and any(n.pos_ == "NUM" for n in token.children)
    return before in OF_TOLL or before in OF_BEFORE or is_given

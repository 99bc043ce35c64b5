"""Who a noun phrase names: the actor itself, or whose leader, forces, bases, strikes or envoy it is."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.actors.derived import LOCAL
from transforms.events.called import GROUPS, body_led, called_so, group_before, named_before
from transforms.events.coalitions import coalition_meant
from transforms.events.membership import tied_to
from transforms.events.noun_phrase import core, name_end, phrase
from transforms.events.pronouns import explained
from transforms.events.reading import Reading
from transforms.events.repairs import child
from transforms.events.subjects import case_of
from transforms.events.word_classes import classes_of
from transforms.parse import start_of
from transforms.records import Actor
from transforms.tokens import Token

MODIFIERS = ("compound", "amod", "nmod", "nmod:desc", "nmod:unmarked", "flat", "appos")
AGAINST_OR_FOR = frozenset({"pro", "anti", "non"})
LEADERS = frozenset({"leader", "chief", "boss", "commander", "head"})
# Parts of a group, which may have a name of their own ("the Nelson Mandela cell of the ELN").
UNITS = frozenset({"cell", "column", "commando", "unit", "wing", "branch", "faction", "squad"})
FORMER = frozenset({"former", "ex", "ousted", "deposed", "late", "exiled", "jailed"})
POSSESSIVE = ("'s", "\u2019s")
STATE_KINDS = frozenset({"state", "state_forces"})
OWNED_BY = frozenset({"of", "from", "by"})
# Owners of owners that a side is looked for in ("his brother's wife").
MOST_OWNERS = 6


def parts(head: Token) -> Iterator[Token]:
    """Yield the heads of a coordination of nouns, in order."""
    yield head
    for word in head.children:
        if word.dep_ == "conj" and word.pos_ not in ("VERB", "AUX"):
            yield from parts(word)


def actors_of(reading: Reading, head: Token, is_target: bool = False) -> tuple[Actor, ...]:
    """Return the actors of a noun phrase, one per coordinated part at least where known, without repeats, in order.

    Of a target, what stands behind a building, a post or an act is its owner; "Hamas leader" is Hamas when he is not known."""
    found: dict[str, Actor] = {}
    for part in parts(head):
        named = _actors_at(reading, explained(reading, part), is_target)
        for actor in (*named, *_others_from(reading, part), *_others_of(reading, part, named), *coalition_meant(reading, core(part))):
            found.setdefault(actor.actor_id, actor)
    is_counted = is_target and child(core(head), "nummod") is not None  # "64 people, including four police officers"
    listed = None if is_counted else _listed(head)
    return actors_of(reading, listed, is_target) if listed is not None and not found else tuple(found.values())


def _others_from(reading: Reading, head: Token) -> tuple[Actor, ...]:
    """Return the actors after the first from which people of several are said to be ("ministers from Russia, Ukraine and France")."""
    if head.tag_ not in ("NNS", "NNPS") or not classes_of(head) & {"party", "person"}:
        return ()
    lists = [t for t in head.children if t.dep_ == "nmod" and case_of(t) in ("from", "of")]
    named = [reading.actor(part) for first in lists for part in list(parts(first))[1:]]
    return tuple(mention.actor for mention in named if mention is not None and mention.actor is not None and mention.actor.kind == "state")


def _others_of(reading: Reading, head: Token, named: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the states and groups other than the one named whose a noun in the plural is said to be ("American and British warplanes",
    "M23 and Wazalendo fighters")."""
    countries = {actor.country_iso3 for actor in named if actor.kind != "armed_group"}
    is_joint = any(t.lower_ in ("joint", "combined") for t in head.children)  # "a joint French and Malian patrol"
    if not named or not (is_joint or head.tag_ in ("NNS", "NNPS")):
        return ()
    relations = ("amod", "compound") if classes_of(head) & {"combatant", "troops"} else ("amod",)
    joined = any(t.dep_ == "cc" and t.i < head.i for t in head.children)  # "Ukrainian and Russian delegations"
    pairs = [t for t in head.children if t.dep_ in relations and (joined or any(other.dep_ == "conj" for other in t.children))]
    mentions = [reading.actor(t) for first in pairs for t in (first, *(other for other in first.children if other.dep_ == "conj"))]
    actors = [mention.actor for mention in mentions if mention is not None and mention.actor is not None]
    others = [actor for actor in actors if actor not in named]
    return tuple(a for a in others if a.kind == "armed_group" or (a.kind in STATE_KINDS and a.country_iso3 not in countries))


def _listed(head: Token) -> Token | None:
    """Return the first name of the list after "including" ("many nations, including China and Russia"), or None."""
    return next(
        (t for t in head.rights if t.dep_ in ("nmod", "obl") and (c := child(t, "case")) is not None and c.lower_ == "including"), None
    )


def side_text(reading: Reading, head: Token, stops: frozenset[int] = frozenset()) -> tuple[str, int, int]:
    """Return the words that name a side, as the article writes them, and their offsets; a pronoun gives the name it stands for."""
    whole = explained(reading, head)
    if whole is not head:
        stops |= {t.i for t in whole.subtree if t.i > whole.i and reading.date(t) is not None}
    head = whole
    start, end = phrase(head, stops)
    mention = reading.actor(head)
    if mention is not None and mention.span_start >= start - 40 and mention.span_end <= end + 40:
        start, end = min(start, mention.span_start), max(end, mention.span_end)
    end = _bracket_end(reading, start, name_end(head, end))
    if head.dep_ == "nmod:poss" and reading.parsed.text(end - 2, end) in POSSESSIVE:
        end -= 2  # "the mayor's killing"
    day = next((day for day in reading.dates if day.span_start == start and day.span_end < start_of(head)), None)
    if day is not None and reading.parsed.text(day.span_end, day.span_end + 1) == " ":
        start = day.span_end + 1  # "Last month soldiers killed ..."
    return reading.parsed.text(start, end), start, end


def _bracket_end(reading: Reading, start: int, end: int) -> int:
    """A bracket opened in a name is closed in it: "the Baloch Liberation Front (BLF)"."""
    text, mark = reading.parsed.text(start, end), reading.parsed.text(end, end + 1)
    is_open = (mark == ")" and text.count("(") > text.count(")")) or (mark == "]" and text.count("[") > text.count("]"))
    return end + 1 if is_open else end


def _actors_at(reading: Reading, token: Token, is_target: bool, owners: int = 0) -> tuple[Actor, ...]:
    """Return the actors that a phrase names, or that its owner is (`owners`: how many words were looked at on the way to it)."""
    if owners > MOST_OWNERS:
        return ()  # an odd tree may lead back to where it began
    token = core(token)
    mention = reading.actor(token)
    if mention is not None and mention.actor is not None:
        return () if _is_leader_of_some(token, mention.actor) or (is_target and _is_student(token, mention.actor)) else (mention.actor,)
    if is_target and token.lemma_.lower() == "sanction":
        return ()  # "threatened to restore U.N. sanctions" is said to whom they are on
    place = reading.place(token)
    if is_target and place is not None and place.place is not None and place.place.precision == "country":
        return ()
    if "relation" in classes_of(token) or (is_target and token.lemma_.lower() in LOCAL):
        return _named_beside(reading, token)  # whoever holds such an office is not his state
    if token.lemma_.lower() == "member" and token.tag_ == "NN" and (named_so := _named_beside(reading, token)):
        return named_so  # "NATO member Poland"
    if any(t.dep_ == "amod" and t.lower_ in FORMER for t in token.children) and (named_so := _named_beside(reading, token)):
        return named_so  # "Bangladesh's former prime minister, Sheikh Hasina"
    owner = child(token, "nmod:poss")
    if owner is not None and owner.pos_ == "PRON" and (named_so := _named_beside(reading, token)):
        return named_so  # "his predecessor, X"
    if owner is not None and (found := _actors_at(reading, explained(reading, owner), is_target, owners + 1)):
        is_his = all(actor.kind == "person" for actor in found)  # "their fighters", a spokesman said: not the spokesman's
        return () if is_his and (_is_relative(token) or owner.lower_ in ("their", "our")) else found
    if (called := called_so(reading, token)) is not None:
        return (called,)
    body = next((t for t in token.children if t.dep_ == "nmod" and case_of(t) == "of"), None)
    is_unnamed = token.lemma_.lower() in LEADERS | UNITS and not _named_beside(reading, token)
    if body is not None and is_unnamed and (led := body_led(reading, body)) is not None:
        return (led,)  # "the Turkey head of rights group Amnesty International"
    named = [word for word in token.children if word.dep_ in MODIFIERS and not _has_case(word) and not _is_prefixed(word)]
    named = [word for word in named if not _is_tie(reading, word) and not _is_origin(word)]
    named += [inner for word in named if word.dep_ == "compound" for inner in word.children if inner.dep_ == "compound"]
    for word in sorted(named, key=lambda word: -word.i):
        mention = reading.actor(word)
        if is_target and mention is not None and mention.actor is not None and _is_site_in(word, token, mention.actor):
            continue
        if mention is not None and mention.actor is not None and not (mention.actor.kind == "person" and "fleet" in classes_of(token)):
            others = [reading.actor(part) for part in list(parts(word))[1:]] if word.pos_ != "ADJ" else []
            return (mention.actor, *(other.actor for other in others if other is not None and other.actor is not None))
    if token.lemma_.lower() in GROUPS and any(t.lower_ in ("the", "this", "that") for t in token.children):
        return group_before(reading, token)
    for word in token.children:
        case = child(word, "case")
        if word.dep_ not in ("nmod", "obl") or case is None or case.lower_ not in OWNED_BY | _allied(token):
            continue
        found = _actors_at(reading, explained(reading, word), is_target, owners + 1)
        found += _others_of(reading, word, found)  # "a convoy of American and Syrian forces"
        if found and not (case.lower_ == "in" and all(actor.kind in ("person", "state") for actor in found)):
            return found
    if (before := named_before(token)) is not None and (mention := reading.actor(before)) is not None and mention.actor is not None:
        return (mention.actor,)
    if classes_of(token) & {"combatant", "party", "person"}:
        return next(
            (found for word in tied_to(token) if (found := _actors_at(reading, explained(reading, word), is_target, owners + 1))), ()
        )
    return ()


def _is_leader_of_some(token: Token, actor: Actor) -> bool:
    """Whether a noun calls one person at the head of a group that has no name ("a Haiti gang leader", "an opposition leader")."""
    return actor.actor_id.endswith(("_militants", "_protesters")) and token.tag_ == "NN" and token.lemma_.lower() in LEADERS


def _is_student(token: Token, actor: Actor) -> bool:
    """Whether students to whom something is done are only called by the word for those who march."""
    return actor.actor_id.endswith("_protesters") and token.lemma_.lower() == "student"


def _is_site_in(country: Token, site: Token, actor: Actor) -> bool:
    """Whether a country's name before a building only says where that stands ("a strike on Sudan market", but "a Russian depot")."""
    return country.dep_ == "compound" and country.pos_ == "PROPN" and actor.kind == "state" and "facility" in classes_of(site)


def _is_tie(reading: Reading, word: Token) -> bool:
    """Whether a name only says to whom a group is tied ("al Qaeda-linked", "Iran-backed")."""
    mention = reading.actor(word)
    after = reading.parsed.text(mention.span_end, mention.span_end + 20) if mention is not None else ""
    return after.startswith("-") and after[1:].split(" ", 1)[0].rstrip(",.").endswith("ed") and after[1:4] != "led"


def _is_origin(word: Token) -> bool:
    """Whether an aside only says what countryman somebody is ("Moussa Faki Mahamat, a Chadian")."""
    return (
        word.dep_ == "appos" and any(t.dep_ == "det" and t.lower_ in ("a", "an") for t in word.children) and len(list(word.children)) <= 3
    )


def _is_relative(token: Token) -> bool:
    """Whether a noun calls somebody who is not whoever owns him ("his driver", "the governor's brothers"), and acts for nobody else."""
    classes = classes_of(token)
    return "person" in classes and not classes & {"troops", "envoy", "combatant"} and token.tag_ in ("NN", "NNS")


def _named_beside(reading: Reading, token: Token) -> tuple[Actor, ...]:
    """Return who an ally or a sister is said to be by name ("Iran's ally, Hamas"), never whose, or ()."""
    for word in token.children:
        mention = reading.actor(word) if word.dep_ in ("appos", "flat", "nmod:desc") else None
        if mention is not None and mention.actor is not None:
            return (mention.actor,)
    return ()


def _allied(token: Token) -> frozenset[str]:
    """As in "Militants with the Taliban", "targets linked to the Islamic State": these prepositions name an owner of people and sites."""
    classes = classes_of(token)
    if "person" not in classes or "place" in classes:
        return frozenset()
    return frozenset({"with", "belonging"} if "private" in classes else {"with", "in", "belonging"})  # "priests in Peru" are not Peru's


def _is_prefixed(word: Token) -> bool:
    """Whether a name is only the second half of an adjective ("pro-Russian separatists", "anti-Taliban fighters")."""
    return word.i > 1 and word.nbor(-1).text == "-" and word.nbor(-2).lower_ in AGAINST_OR_FOR


def _has_case(word: Token) -> bool:
    return child(word, "case") is not None and word.dep_ in ("nmod", "obl")


def without_holder(reading: Reading, target: Token, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return those who are freed or rescued without those who held them ("rescued ten girls from Boko Haram")."""
    holder = next((t for t in target.children if case_of(t) == "from"), None)
    return actors if holder is None else tuple(actor for actor in actors if actor not in actors_of(reading, holder))

"""Sightings of people and organs called by a noun: "Pakistani forces", "Iran's foreign ministry", "Hamas fighters", "gunmen"."""

from __future__ import annotations

from functools import cache

from transforms.actors import derived
from transforms.actors.chunks import is_headline
from transforms.actors.lexicon import AgentNoun, agent_nouns, first_words, offices, phrase_length, word_list
from transforms.actors.owners import LINKS, owner_after, owner_before
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting

# Without an owner these wait for one that the rest of the article tells ("the military").
LEADERS = frozenset({"leader", "aide"})
WAITING_CLASSES = {"militants", "forces", "police", "government", "judiciary", "legislature"}
ONE = frozenset({"a", "an", "one", "another"})
NOMINAL = ("NOUN", "PROPN")


def sight_phrases(reading: Reading) -> None:
    """Add a sighting for each agent noun and office that has an owner, and for armed people who have none."""
    for line in reading.lines:
        _sight_line(reading, line, follows=False)
        _sight_line(reading, line, follows=True)
    for line in reading.lines:
        _sight_spokespeople(line)
        _name_peoples(reading, line)


def _sight_line(reading: Reading, line: Line, follows: bool) -> None:
    """Sight the nouns whose owner stands before them; then (`follows`) those whose owner follows, or that have none."""
    begins = _first_words()
    done = 0
    for place, word in enumerate(line.words):
        if place < done or word.key not in begins:
            continue
        office = phrase_length(line.words, place, "offices")
        if office and _is_longer_name(line, place + office):
            office = 0
        noun = phrase_length(line.words, place, "agent_nouns")
        if office and office >= noun and _is_free(line, place, office):
            _sight_office(reading, line, place, place + office, follows)
            done = place + office
        elif noun and _is_free(line, place, noun):
            _sight_noun(reading, line, place, place + noun, follows)
            done = place + noun


def _is_longer_name(line: Line, end: int) -> bool:
    """Whether a department goes on to say of what it is ("the state Department of Health" is no State Department)."""
    return end < len(line.words) and line.words[end - 1].key == "department" and line.words[end].key == "of" and end > 1


@cache
def _first_words() -> frozenset[str]:
    return frozenset(first_words("offices")) | frozenset(first_words("agent_nouns"))


@cache
def _spokes_words() -> frozenset[str]:
    return frozenset(key[0] for key, office in offices().items() if office.sort == "spokes" and len(key) == 1)


def _sight_spokespeople(line: Line) -> None:
    """Who speaks for an organ, force or group is sighted as that organ, force or group."""
    spokes = _spokes_words()
    for place, word in enumerate(line.words):
        if word.key not in spokes or word.token.pos_ not in NOMINAL or line.covering(word.start, word.end):
            continue
        owner = owner_before(line, place) or owner_after(line, place + 1, {"of", "for"})
        if owner is not None:
            _sight_with(line, place, place + 1, owner, owner.actor_ids, "office", "spokes")
        else:
            line.sight(place, place + 1, (), "office", "spokes")


def _name_peoples(reading: Reading, line: Line) -> None:
    """Read a noun of people ("Palestinians", "an Iranian") as the country's people, not its state."""
    for sighting in line.sightings:
        if sighting.basis != "demonym" or sighting.actor_id is None:
            continue
        is_one = sighting.head.dep_ in ("conj", "obj", "nsubj", "nsubj:pass") and any(t.lower_ in ONE for t in sighting.head.children)
        if is_one or sighting.head.tag_ in ("NNS", "NNPS"):
            state = reading.register.get(sighting.actor_id)
            if state.kind == "state" and (is_one or line.between(sighting.start, sighting.end).endswith(("s", "men"))):
                sighting.actor_ids, sighting.basis = (derived.people_of(state, reading.register),), "phrase"


def _is_free(line: Line, first: int, length: int) -> bool:
    last = line.words[first + length - 1]
    is_noun = last.token.pos_ in NOMINAL or (
        last.token.pos_ == "ADJ" and last.token.dep_ in ("nsubj", "nsubj:pass", "obj", "obl:agent", "root")
    )
    if not is_noun and not (last.is_capital and length > 1):
        return False
    if line.covering(line.words[first].start, last.end) is not None:
        return False
    is_within_rank = first > 0 and phrase_length(line.words, first - 1, "titles") > 1  # "Major General", whatever part of speech is "Major"
    return not is_within_rank and not _ends_a_name(line, first)


def _ends_a_name(line: Line, first: int) -> bool:
    """Whether a capitalised noun is the last word of a name that nobody owns ("Jaish al-Nur Brigade")."""
    before = line.words[first - 1] if first > 0 else None
    if before is None or not line.words[first].is_capital or not before.is_capital or line.gap(first) not in (" ", "-"):
        return False
    return (
        before.token.pos_ == "PROPN"
        and line.covering(before.start, before.end) is None
        and owner_before(line, first) is None
        and not is_headline(line)
    )


def _sight_office(reading: Reading, line: Line, first: int, end: int, follows: bool) -> None:
    office = offices()[tuple(word.key for word in line.words[first:end])]
    if office.sort == "spokes":
        return
    owner = owner_after(line, end, {"of", "for"}) if follows else owner_before(line, first)
    if owner is not None and owner.actor_id is not None:
        actor_id = derived.of_office(reading.register.get(owner.actor_id), office, reading.register)
        _sight_with(line, first, end, owner, (actor_id,) if actor_id else (), "office", office.suffix)
    elif follows:
        line.sight(first, end, (), "office", office.suffix)


def _sight_noun(reading: Reading, line: Line, first: int, end: int, follows: bool) -> None:
    noun = agent_nouns()[tuple(word.key for word in line.words[first:end])]
    is_force = noun.noun_class == "forces"
    owner = _owner_following(reading, line, end, noun) if follows else owner_before(line, first, is_force)
    if owner is not None and owner.actor_id is not None:
        actor_id = derived.of_noun(reading.register.get(owner.actor_id), noun, reading.register)
        if actor_id is not None:
            _share(reading, line, owner, noun)
            _sight_with(line, first, end, owner, (actor_id,), "phrase", noun.noun_class)
    elif (
        follows
        and _waits(line, first, noun)
        and not _is_of_others(line, first, end)
        and (not _is_modifier(line, end) or _is_name(line, first, end))
    ):
        line.sight(first, end, (), "unnamed", noun.noun_class)


def _waits(line: Line, first: int, noun: AgentNoun) -> bool:
    """Whether a noun without an owner may find one in the article: forces may, but a patrol or a post is any that they have."""
    key = line.words[first].key.removesuffix("s")  # "the east side" is nobody's
    return noun.noun_class in WAITING_CLASSES and key != "side" and key not in word_list("force_thing")


def _is_of_others(line: Line, first: int, end: int) -> bool:
    """Whether a leader or aide is that of somebody who is no state ("an aide to the founder", "the Nuwaubian leader")."""
    if line.words[end - 1].key.removesuffix("s") not in LEADERS:
        return False
    is_named = first > 1 and line.words[first - 1].is_capital and not line.gap(first).strip()
    return is_named or (end < len(line.words) and line.words[end].key in ("to", "of"))


def _share(reading: Reading, line: Line, owner: Sighting, noun: AgentNoun) -> None:
    """Read the first of two countries that own forces together as its own ("Afghan and Pakistani forces")."""
    place = next(place for place, word in enumerate(line.words) if word.start >= owner.start)
    before = line.words[place - 2] if place > 1 and line.words[place - 1].key == "and" else None
    other = line.covering(before.start, before.end) if before is not None else None
    if other is None or other.basis != "demonym" or other.actor_id is None or noun.noun_class != "forces":
        return
    actor_id = derived.of_noun(reading.register.get(other.actor_id), noun, reading.register)
    if actor_id is not None:
        other.actor_ids, other.basis = (actor_id,), "phrase"


def _owner_following(reading: Reading, line: Line, end: int, noun: AgentNoun) -> Sighting | None:
    """Return the owner after a noun; a country after "in" is a place, and "the leadership of X" is no country's government."""
    links = LINKS if noun.noun_class in ("government", "forces", "militants") else {"of", "from"}
    owner = owner_after(line, end, links)
    if owner is None or owner.actor_id is None:
        return None
    kind = reading.register.get(owner.actor_id).kind
    if (owner.basis in ("state", "demonym") or kind == "population") and line.words[end].key in ("in", "at", "with", "for"):
        return None  # "the federal army in Amhara", who are a people too
    return None if kind == "person" else owner


def _sight_with(line: Line, first: int, end: int, owner: Sighting, actor_ids: tuple[str, ...], basis: str, noun_class: str) -> None:
    """Sight the noun together with its owner and all between; the head is the noun."""
    start = next(place for place, word in enumerate(line.words) if word.start >= owner.start)
    stop = max(end, 1 + max(place for place, word in enumerate(line.words) if word.start < max(owner.end, line.words[end - 1].end)))
    sighting = line.sight(min(start, first), stop, actor_ids, basis, noun_class)
    sighting.head = line.words[end - 1].token


def _is_name(line: Line, first: int, end: int) -> bool:
    """Whether a noun of two words or more is written as a name ("All Armed Forces members")."""
    return end - first > 1 and all(word.is_capital for word in line.words[first:end])


def _is_modifier(line: Line, end: int) -> bool:
    """Whether a noun only modifies the next one ("police chief", "rebel stronghold"), which is nothing that its forces are in or do
    ("army patrol", "police raid")."""
    token = line.words[end - 1].token
    is_before = token.dep_ in ("compound", "amod", "nmod:poss") and token.head.i > token.i
    return is_before and token.head.lemma_.lower() not in word_list("force_thing")

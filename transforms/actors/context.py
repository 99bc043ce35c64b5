"""Whose "the military", "police" or "the foreign ministry" is, by the rest of the sentence and the article."""

from __future__ import annotations

from transforms.actors import derived
from transforms.actors.clauses import subjects_above
from transforms.actors.curated import state_of
from transforms.actors.home_land import home_again, is_abroad, state_of_opening, state_of_paragraph
from transforms.actors.home_state import (
    capitals_in,
    only_owner,
    ruled_by,
    state_acting,
    state_fought,
    state_of_actor,
    state_of_dateline,
    state_of_lead,
    state_told_of,
)
from transforms.actors.lexicon import Office, agent_nouns, key_of, offices, word_list
from transforms.actors.officers import noun_meant, read_officers
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting
from transforms.parse import end_of, start_of
from transforms.tokens import Token

GROUP_WORDS = "party front union gang cartel band group organization organisation movement militia mafia faction"
GROUPS = frozenset(GROUP_WORDS.split())
# How many sentences back a noun may find its owner.
REACH = 6
# Words before "troops" or "forces" that say they are a state's own.
OWN = frozenset({"government", "army", "security", "military", "police", "state", "federal", "regime", "junta"})
# Sent by others than the country they serve in.
FOREIGN = frozenset({"peacekeeper", "peacekeepers"})
# Who these belong to, no country around tells, unless they are definite; a mission's own words must say.
UNTOLD = frozenset({"leader", "leaders", "side", "minister", "sailor", "sailors"})
# Mentions that stay although nobody knows whose they are: armed people, and offices.
KEPT_UNRESOLVED = {"militants", "forces", "police"}


def find_owners(reading: Reading) -> None:
    """Give owners to nouns and offices that have none, where the sentence or the article tells one; forget the rest of the vague ones."""
    read_officers(reading)
    for line in reading.lines:
        for sighting in sorted(line.sightings, key=lambda s: s.start):
            if sighting.noun_class == "militants" and (not sighting.actor_ids or (sighting.actor_id or "").endswith("_militants")):
                sighting.actor_ids = _named_beside(reading, line, sighting) or _group_behind(reading, line, sighting) or sighting.actor_ids
                continue
            if sighting.basis not in ("unnamed", "office") or sighting.actor_ids or sighting.noun_class in ("spokes", "ministry"):
                continue
            if _is_default(line, sighting):
                continue
            owner_id = (
                _led(reading, line, sighting)
                or ruled_by(reading, line, sighting)
                or _owner(reading, line, sighting)
                or _owner_by_place(reading, line, sighting)
            )
            if owner_id is not None:
                _give(reading, line, sighting, owner_id)
        for sighting in line.sightings:
            if sighting.noun_class == "spokes" and not sighting.actor_ids:
                _give_spokes(reading, line, sighting)
        vague = [s for s in line.sightings if s.basis == "unnamed" and not s.actor_ids and s.noun_class not in KEPT_UNRESOLVED]
        line.drop(vague)


def _owner(reading: Reading, line: Line, sighting: Sighting) -> str | None:
    """Return the state that owns a bare noun: the speaker's, a capital's in the sentence, the last such noun's, or the only one."""
    if sighting.head.lower_ == "mission" or (sighting.head.lower_ in UNTOLD and not _is_definite(sighting)):
        return None
    if _is_told_apart(sighting) or _is_of_group(line, sighting):
        return None
    if sighting.head.dep_ == "conj" and (joined := _state_behind(reading, line, start_of(sighting.head.head))) is not None:
        return joined
    possessors = [child for child in sighting.head.children if child.dep_ == "nmod:poss"]
    if possessors and possessors[0].lower_ in ("its", "his", "her", "their"):
        return _state_of_possessor(reading, line, sighting.head)
    if possessors and sighting.basis == "unnamed":
        return None  # "the warlord's representative in London"
    for speaker in subjects_above(sighting.head):
        fought = state_fought(reading, line, speaker) if _is_definite(sighting) else None  # "a commander" is one of its own
        actor_id = _state_behind(reading, line, start_of(speaker)) or fought
        if actor_id is not None:
            return actor_id
    capitals = capitals_in(reading, line, sighting)
    if len(capitals) == 1 and (sighting.noun_class != "forces" or _is_definite(sighting)):  # "a commander in Beirut" may be anybody's
        return capitals[0]
    if (ground := state_of_opening(line, sighting)) is not None or not _is_definite(sighting):
        return ground
    if (ground := state_of_paragraph(reading, line, sighting)) is not None:
        return ground
    before = [s for s in reading.sightings() if s.start < sighting.start and not is_abroad(reading, s, sighting)]
    same = [s for s in before if s.head.lemma_ == sighting.head.lemma_ and s.actor_id is not None and s.basis in ("phrase", "office")]
    if same and same[-1].noun_class == sighting.noun_class and same[-1].actor_id is not None:
        if (home := home_again(reading, line, same[-1], sighting)) is not None:
            return home
        last = same[-1].actor_id  # "the junta" is that of "Mali's junta", "the commander" the "Taliban commander"
        return last if reading.register.get(last).kind == "armed_group" else state_of_actor(reading, last)
    for other in reversed(before):
        if sighting.sentence - other.sentence > REACH:
            break
        is_envoy = other.head.lemma_.lower() in word_list("envoy_noun")  # "the authorities" are not those of a foreign ambassador
        if other.noun_class == sighting.noun_class and not is_envoy and other.actor_id and other.basis in ("phrase", "office"):
            state_id = home_again(reading, line, other, sighting) or state_of_actor(reading, other.actor_id)
            if state_id is not None or reading.register.get(other.actor_id).kind != "person":
                return state_id
    told_of = state_told_of(reading) or only_owner(reading, sighting)
    acting = None if _is_spoken_to(sighting.head) else state_acting(reading, line, sighting)
    return told_of or acting or state_of_dateline(reading, sighting) or state_of_lead(reading, sighting)


def _is_spoken_to(noun: Token) -> bool:
    """Whether an envoy speaks to or of a body, which is then not of his state ("The U.S. ambassador urged the military to ...")."""
    is_object = noun.dep_ in ("obj", "iobj", "obl")
    return is_object and any(t.dep_ == "nsubj" and t.lemma_.lower() in word_list("envoy_noun") for t in noun.head.children)


def _is_default(line: Line, sighting: Sighting) -> bool:
    """Give "the Security Council", capitalised and nobody's, to the actor that the seed names for it; return whether there is one."""
    text = line.between(sighting.start, sighting.end)
    office = offices().get(key_of(text)) if sighting.basis == "office" else None
    if office is None or not office.default_actor_id or not text.istitle():
        return False
    before = [word for word in line.words if word.end < sighting.start]
    if before and before[-1].is_capital and len(before) > 1:
        return False
    sighting.actor_ids = (office.default_actor_id,)
    return True


def _owner_by_place(reading: Reading, line: Line, sighting: Sighting) -> str | None:
    """Return the state in whose town or province a court or police force is: "an Istanbul court", "police in Kaduna"."""
    if sighting.noun_class not in ("police", "judiciary"):
        return None
    for mention in reading.places:
        if mention.place is None or mention.is_demonym or mention.place.country_iso3 is None:
            continue
        before = mention.span_end < sighting.start and line.between(mention.span_end, sighting.start).strip() in ("", "'s")
        between = line.between(sighting.end, mention.span_start).strip() if mention.span_start > sighting.end else ""
        after = between in ("in", "of", "in the")
        if (before or after) and line.sentence.start <= mention.span_start < line.sentence.end:
            state = state_of(mention.place.country_iso3)
            return state.actor.actor_id if state else None
    return None


def _is_told_apart(sighting: Sighting) -> bool:
    """Whether a word before the noun says that it is not simply the country's own: "coalition troops", "foreign forces"."""
    before = [t for t in sighting.head.children if start_of(t) < sighting.start]
    compounds = any(t.dep_ == "compound" and t.lower_ not in OWN for t in before)
    return (
        compounds or sighting.head.lower_ in FOREIGN or any(t.dep_ == "amod" and t.lower_ in word_list("foreign_adjective") for t in before)
    )


def _led(reading: Reading, line: Line, sighting: Sighting) -> str | None:
    """Return the organisation that a leader or people are said to be of ("the chief of the Treasury Police"), or None."""
    for child in sighting.head.children:
        if child.dep_ == "nmod" and child.left_edge.lower_ == "of":
            led = line.covering(start_of(child), end_of(child))
            if led is None or led.actor_id is None or led.basis != "organisation":
                return None
            is_organ = reading.register.get(led.actor_id).kind == "state" and sighting.basis != "office"
            return None if is_organ else led.actor_id  # "the judge of the District Court" is one of the country's judges
    return None


def _is_of_group(line: Line, sighting: Sighting) -> bool:
    """Whether a leader is said to be one of a group ("the chief of the gang", "commanders of the Front X"), which is no state's."""
    of = [child for child in sighting.head.children if child.dep_ == "nmod" and child.left_edge.lower_ == "of"]
    unknown = [child for child in of if child.text[:1].isupper() and line.covering(start_of(child), end_of(child)) is None]
    return any(child.lemma_.lower() in GROUPS for child in of) or (sighting.noun_class == "forces" and bool(unknown))


def _named_beside(reading: Reading, line: Line, sighting: Sighting) -> tuple[str, ...]:
    """Return the armed group that a noun describes: "Jaish al-Adl, a militant group", "militants of", "the militant group X"."""
    beside = {start_of(child) for child in sighting.head.children if child.dep_ in ("appos", "nmod:desc", "flat")}
    if sighting.head.dep_ in ("appos", "nmod:desc", "flat", "root") or any(child.dep_ == "cop" for child in sighting.head.children):
        beside.add(start_of(sighting.head.head))
        beside |= {start_of(child) for child in sighting.head.children if child.dep_ == "nsubj"}
    named = {
        s.actor_id
        for s in line.sightings
        if s is not sighting and s.actor_id and start_of(s.head) in beside and reading.register.get(s.actor_id).kind == "armed_group"
    }
    return (named.pop(),) if len(named) == 1 else ()


def _group_behind(reading: Reading, line: Line, sighting: Sighting) -> tuple[str, ...]:
    """Return the group whose fighters are meant: "fighters of the Alliance", "the front denied that its fighters had helped"."""
    if (led := _led(reading, line, sighting)) is not None:
        return (led,)
    if not any(child.dep_ == "nmod:poss" and child.lower_ in ("its", "their") for child in sighting.head.children):
        return ()
    for subject in subjects_above(sighting.head):
        found = [s.actor_id for s in line.sightings if start_of(s.head) == start_of(subject) and s.actor_id]
        if found:
            return (found[0],) if reading.register.get(found[0]).kind in ("armed_group", "party") else ()
    return ()


def _state_of_possessor(reading: Reading, line: Line, head: Token) -> str | None:
    """Return the state of the subject to which "its" points: "Islamabad recalled its ambassador"."""
    counted = head.head if head.dep_ == "nmod" and head.head.pos_ == "NUM" else head  # "the army and four of its commanders"
    if counted.dep_ == "conj" and (owner := _state_behind(reading, line, start_of(counted.head))) is not None:
        return owner
    verb = head
    while verb.head.i != verb.i and not any(child.dep_.startswith("nsubj") and child.i != head.i for child in verb.children):
        verb = verb.head
    subjects = [child for child in verb.children if child.dep_.startswith("nsubj") and child.i < head.i]
    return _state_behind(reading, line, start_of(subjects[0])) if len(subjects) == 1 else None


def _state_behind(reading: Reading, line: Line, offset: int) -> str | None:
    """Return the state of the actor sighted with its head at an offset."""
    found = [s for s in line.sightings if start_of(s.head) == offset and s.actor_id and s.basis != "unnamed"]
    return state_of_actor(reading, found[0].actor_id) if found and found[0].actor_id else None


def _is_definite(sighting: Sighting) -> bool:
    """Whether the noun says that the reader knows which: "the army", or a plural that needs no article ("police", "officials")."""
    determiners = {child.lower_ for child in sighting.head.children if child.dep_ in ("det", "nmod:poss")}
    return bool(determiners & {"the", "its", "their", "this"}) or (not determiners and sighting.noun_class not in ("judiciary",))


def _give(reading: Reading, line: Line, sighting: Sighting, owner_id: str) -> None:
    key = key_of(line.between(sighting.start, sighting.end))
    owner = reading.register.get(owner_id)
    office: Office | None = offices().get(key)
    noun = agent_nouns().get(key)
    if sighting.basis == "office" and office is not None:
        actor_id = derived.of_office(owner, office, reading.register)
    elif noun is not None:
        actor_id = derived.of_noun(owner, noun_meant(sighting, noun), reading.register)
    else:
        return
    if actor_id is not None:
        sighting.actor_ids = (actor_id,)
        sighting.basis = "office" if sighting.basis == "office" else "phrase"


def _give_spokes(reading: Reading, line: Line, sighting: Sighting) -> None:
    """Resolve "a foreign ministry spokesperson" by the organ before the word."""
    organs = [s for s in line.sightings if s.end <= sighting.start and sighting.start - s.end <= 1 and s.actor_ids and s is not sighting]
    if organs:
        sighting.actor_ids = organs[-1].actor_ids
        sighting.start = organs[-1].start

"""Which country the bare "army", "police" or "ministry" of an article belongs to, by what the article tells of."""

from __future__ import annotations

from collections import Counter

from transforms.actors.curated import capital_index, state_of, states
from transforms.actors.lexicon import word_list
from transforms.actors.reading import Line, Reading
from transforms.actors.register import Sighting
from transforms.parse import end_of, start_of
from transforms.records import PlaceMention
from transforms.tokens import Token

# A dateline stands within so many characters.
HEAD = 100
# So many mentions of one country, and no other, in so many sentences make it the country of a bare noun.
ENOUGH = 3
MUCH_MORE = 3
# A headline and the first sentence below it.
LEAD = 2
TWICE = 2
IN = frozenset({"in", "in the", "of the", "inside the"})
# What parties do where neither is at home.
MEETING = frozenset({"sign", "meet", "hold", "agree", "reach", "conclude", "initial", "negotiate", "resume"})
TALKS = frozenset({"talk", "talks", "negotiation", "dialogue", "summit", "meeting", "conference"})
# Sightings by which a state acts.
ACTING = frozenset({"state", "phrase", "office", "capital"})


def state_told_of(reading: Reading) -> str | None:
    """Return the state that the article is about: named, with its places, often and so much more often than any other; else None."""
    if len(reading.lines) < ENOUGH:
        return None
    named = states_named(reading)
    if len(named) > 1 or sum(named.values()) < ENOUGH:
        named += states_of_places(reading)
    ranked = named.most_common(2)
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked and ranked[0][1] >= max(ENOUGH, MUCH_MORE * second) else None


def states_named(reading: Reading, end: int | None = None) -> Counter[str]:
    """Return how often each state is named, as such, by its people or by its capital, up to an offset or in all."""
    named = (s for s in reading.sightings() if s.basis in ("state", "demonym", "capital") and (end is None or s.start < end))
    return Counter(s.actor_id for s in named if s.actor_id)


def states_of_places(reading: Reading) -> Counter[str]:
    """Return how often places of each state are named, but for where the article was written."""
    told = (m for m in reading.places if m.place is not None and not m.is_demonym and not is_dateline(reading, m))
    countries = (m.place.country_iso3 for m in told if m.place is not None)
    states_told = (state_of(iso3) for iso3 in countries if iso3 is not None)
    return Counter(state.actor.actor_id for state in states_told if state is not None)


def is_dateline(reading: Reading, mention: PlaceMention) -> bool:
    """Whether a place is named as that from which the article was sent, none if the article has no dateline."""
    dateline = reading.parsed.article.dateline_place
    return dateline is not None and mention.evidence in dateline and mention.span_start < HEAD


def state_written_in(reading: Reading) -> str | None:
    """Return the state in which the article was written, if no other is named as often: its officials go without a country."""
    places = [m for m in reading.places if m.place is not None and m.place.country_iso3 is not None]
    written = next((m.place.country_iso3 for m in places if m.place and is_dateline(reading, m)), None)
    lead = reading.lines[0].sentence if reading.lines else None
    if lead is not None and any(m.place and m.place.country_iso3 != written and m.span_start < lead.end for m in places):
        return None  # "Myanmar rebels take a town", written across the border
    counts = Counter(m.place.country_iso3 for m in places if m.place is not None)
    state = state_of(written) if written is not None and counts[written] == max(counts.values()) else None
    return state.actor.actor_id if state is not None else None


def only_owner(reading: Reading, sighting: Sighting) -> str | None:
    """Return the state whose all other such nouns of the article are, before or after ("Salvadoran soldiers" for "the soldiers")."""
    named = (s for s in reading.sightings() if s.head.lemma_.lower() not in word_list("envoy_noun"))
    same = [s for s in named if s.noun_class == sighting.noun_class and s.actor_id and s.basis in ("phrase", "office")]
    owners = {state_of_actor(reading, s.actor_id) for s in same if s.actor_id is not None}
    owner = owners.pop() if len(owners) == 1 else None
    before = any(s.start < sighting.start for s in same)
    return owner if owner is None or before or _is_told_of(reading, owner, sighting.start) else None


def _is_told_of(reading: Reading, state_id: str, start: int) -> bool:
    """Whether no state is named over twice as often in the article, as such or by its people, nor more often before the noun, which stands
    at `start`: Syria's army, not that of "Russian jets" told of below."""
    named = states_named(reading) + states_of_places(reading)
    before = states_named(reading, start)
    return max(named.values(), default=0) <= TWICE * named[state_id] and max(before.values(), default=0) <= before[state_id]


def state_told_again(reading: Reading) -> str | None:
    """Return the state in which the article was written, if it tells of it again."""
    named = [(m.place.country_iso3, is_dateline(reading, m)) for m in reading.places if m.place is not None]
    written = next((iso3 for iso3, is_written in named if is_written and iso3 is not None), None)
    state = state_of(written) if written is not None and (written, False) in named else None
    return state.actor.actor_id if state is not None else None


def state_of_dateline(reading: Reading, sighting: Sighting) -> str | None:
    """Return the state in which the article was written, if it tells of it again, for forces and police that are nobody else's."""
    if sighting.noun_class not in ("forces", "police"):
        return None
    home = state_told_again(reading)
    if home is None or _is_of_others(reading, sighting, home):
        return None
    told = states_named(reading) + states_of_places(reading)
    own = told[home]
    if sum(count > own for count in told.values()) > 1 or max(told.values(), default=0) > TWICE * own:
        return None  # where the envoys of two others meet, or of a war across the border
    return home


def state_fought(reading: Reading, line: Line, speaker: Token) -> str | None:
    """Return the state that an armed group which speaks is at home in: "government drones", in its mouth, are that state's."""
    for said in line.sightings:
        if start_of(said.head) != start_of(speaker) or said.actor_id is None:
            continue
        actor = reading.register.get(said.actor_id)
        group = reading.register.get(actor.parent_actor_id) if actor.kind == "person" and actor.parent_actor_id else actor
        state = state_of(group.country_iso3) if group.kind == "armed_group" and group.country_iso3 else None
        return state.actor.actor_id if state is not None else None
    return None


def state_of_lead(reading: Reading, sighting: Sighting) -> str | None:
    """Return the state in which all lies that the headline and the lead name, for forces and police of which no other state's are told."""
    if sighting.noun_class not in ("forces", "police"):
        return None
    told = [m for m in reading.places if m.place is not None and m.place.country_iso3 is not None and not is_dateline(reading, m)]
    lead = [line.sentence for line in reading.lines if line.sentence.index < LEAD]
    countries = {m.place.country_iso3 for m in told if m.place and lead and m.span_start < lead[-1].end}
    state = state_of(countries.pop() or "") if len(countries) == 1 else None
    armed = [s.actor_id for s in reading.sightings() if s.noun_class in ("forces", "police") and s.basis == "phrase" and s.actor_id]
    if state is None or any(state_of_actor(reading, actor_id) not in (None, state.actor.actor_id) for actor_id in armed):
        return None
    return state.actor.actor_id


def _is_of_others(reading: Reading, sighting: Sighting, state_id: str) -> bool:
    """Whether the sentence of a noun names other states, or places in them, and not this one."""
    line = reading.lines[sighting.sentence]
    start, end = line.sentence.start, line.sentence.end
    here = {s.actor_id for s in line.sightings if s.basis in ("state", "demonym", "capital") and s.actor_id}
    countries = {m.place.country_iso3 for m in reading.places if m.place is not None and start <= m.span_start < end and not m.is_demonym}
    here |= {found.actor.actor_id for iso3 in countries if iso3 is not None and (found := state_of(iso3)) is not None}
    return bool(here) and state_id not in here


def state_of_actor(reading: Reading, actor_id: str) -> str | None:
    """Return the state that an actor is, or acts for."""
    for _ in range(4):
        if actor_id in states():
            return actor_id
        actor = reading.register.get(actor_id)
        if actor.parent_actor_id is None or actor.kind not in ("state", "state_forces", "person"):
            return None
        actor_id = actor.parent_actor_id
    return None


def state_acting(reading: Reading, line: Line, sighting: Sighting) -> str | None:
    """Return the state that acts in the clause of a noun that is acted on or spoken of ("no Salvadoran government had blamed the army")."""
    word = sighting.head
    while word.head.i != word.i and not word.dep_.startswith("nsubj"):
        word = word.head
        for subject in (child for child in word.children if child.dep_ == "nsubj" and child.i < sighting.head.i):
            found = [s for s in line.sightings if start_of(s.head) == start_of(subject) and s.actor_id and s.basis in ACTING]
            return state_of_actor(reading, found[0].actor_id) if found and found[0].actor_id else None
    return None


def ruled_by(reading: Reading, line: Line, sighting: Sighting) -> str | None:
    """Return the state of the group that rules where a body sits ("the health ministry in the Hamas-run territory"), or None."""
    for ruler in line.sightings:
        after = line.between(ruler.end, line.sentence.end).lower()
        if ruler.start < sighting.end or ruler.actor_id is None or not after.startswith("-"):
            continue
        if after[1:].split(" ", 1)[0] in word_list("ruling_participle") and line.between(sighting.end, ruler.start).strip() in IN:
            country = reading.register.get(ruler.actor_id).country_iso3
            state = state_of(country) if country is not None else None
            return state.actor.actor_id if state is not None else None
    return None


def is_namesake(reading: Reading, start: int, actor_id: str) -> bool:
    """Return whether a capital's name is that of a town in another country where it stands ("police in Paris, Texas")."""
    mention = next((m for m in reading.places if m.span_start <= start < m.span_end), None)
    country = mention.place.country_iso3 if mention is not None and mention.place is not None else None
    return country is not None and country != reading.register.get(actor_id).country_iso3


def capitals_in(reading: Reading, line: Line, sighting: Sighting) -> list[str]:
    """Return the states whose capital the sentence names as a place ("In Islamabad, a foreign ministry spokesperson ..."), not as where
    one met another ("The government and the rebels signed a truce in Doha")."""
    found: dict[str, None] = {}
    if any(above.lemma_.lower() in TALKS for above in sighting.head.ancestors):
        return []  # "the peace talks with the government ended in Caracas"
    verb = sighting.head.head
    is_met = sighting.head.dep_ in ("nsubj", "obj") and verb.lemma_.lower() in MEETING
    for place in range(1, len(line.words)):
        if line.words[place - 1].key != "in" or (is_met and line.words[place].start > end_of(verb)):
            continue
        match = capital_index().at(line.words, place, line.text, line.sentence.start)
        if match is not None and len(match.actor_ids) == 1 and not is_namesake(reading, line.words[place].start, match.actor_ids[0]):
            found[match.actor_ids[0]] = None
    return list(found)

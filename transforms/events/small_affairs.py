"""Words of politics that tell of no political act: what firms, private people and town halls ask, offer, agree to and refuse.

An article is of public affairs by the share of its words that name states, forces, parties or who holds an office of state. Elsewhere
an act of words or of help is an event only if a political actor has a part in it, and nowhere if none but private people have.
"""

from __future__ import annotations

from collections import Counter

from transforms.events.frames import Candidate
from transforms.events.noun_phrase import core
from transforms.events.parties import actors_of, parts
from transforms.events.prospect import Reality
from transforms.events.reading import Reading
from transforms.events.standing import PRIVATE, PUBLIC, THING, TOWN, UNKNOWN, is_armed, is_of_town, is_public, said_of, standing_of
from transforms.events.word_classes import classes_of
from transforms.parse import start_of

# Who bears arms, and bodies that only politics has, weigh double.
BODIES = frozenset({"armed_group", "igo", "party", "state_forces"})
# So many in a hundred words; a text of fewer words than so many does not say what it is about.
SHARE, WORDS = 3, 50
OF_POLITICS = frozenset(
    {
        "SUPPORT",
        "REJECT",
        "AGREE",
        "AID",
        "CONSULT",
        "REQUEST",
        "CONCEDE",
        "COOPERATE",
        "ACCUSE",
        "THREATEN",
        "RETREAT",
        "SANCTION",
        "MOBILIZE",
    }
)
# Charges and inquiries: what courts and police do about a deed of force, wherever it was done.
JUSTICE = frozenset({"allege", "investigate"})
# What police look into though nobody is accused of it.
MISHAPS = frozenset({"accident", "burning", "mishap", "nature"})
CONVICTED = "116"
GIVING_UP = frozenset({"surrender", "disarm"})
# Deeds that anybody may do where there is fighting.
DEEDS = frozenset({"RETREAT", "THREATEN", "MOBILIZE"})
TIES = frozenset({"SUPPORT", "COOPERATE"})
BETWEEN = frozenset({"with", "between"})
NOBODY = frozenset({None, PRIVATE, THING})


def tells_of_public(reading: Reading) -> bool:
    """Whether an article is of public affairs, full of words for states, forces, parties and those who hold office, or too short to say."""
    words = weight = 0
    for sentence in reading.parsed.sentences:
        for token in sentence.span:
            words += token.is_alpha
            mention = reading.actor(token)
            if mention is not None and mention.actor is not None:
                if mention.head_start == start_of(token) and is_public(mention.actor) and not is_of_town(reading, token):
                    weight += 2 if mention.actor.kind in BODIES else 1
            elif token.pos_ == "NOUN":
                said = said_of(token)
                weight += said == PUBLIC if said is not None else 2 * is_armed(token)
    return words < WORDS or weight * 100 >= SHARE * words


def is_small(is_public_affair: bool, reading: Reading, found: Candidate, told: Reality) -> bool:
    """Whether a candidate tells of an act of words or of help in which no political actor has a part."""
    if told.event_type not in OF_POLITICS or found.trigger.words[0] in GIVING_UP:
        return False
    if found.target is not None and "strikeaction" in classes_of(found.target):
        return False  # workers go back to work, or do not
    if told.event_type == "THREATEN" and found.event_type == "ASSAULT":
        return False  # an attack is planned by anybody
    source, target = standing_of(reading, found.source), standing_of(reading, found.target)
    is_justice = told.event_type == "ACCUSE" and (found.trigger.mode in JUSTICE or found.trigger.cameo_code == CONVICTED)
    if is_justice and source in (None, THING, TOWN):
        return found.trigger.mode == "investigate" and found.target is not None and bool(classes_of(found.target) & MISHAPS)
    if source == THING and target != PUBLIC and told.event_type not in DEEDS:
        return True
    if _is_journey(reading, found, source, target) or _is_about_thing(found, told, target) or _is_own_service(found, told):
        return True
    if PUBLIC in (source, target):
        return False
    if not is_public_affair:
        return True
    return told.event_type not in DEEDS and source in (PRIVATE, THING) and target in NOBODY


def is_campaign_talk(reading: Reading, found: Candidate, told: Reality) -> bool:
    """Whether candidates, parties, voters and offices of the country that an article is about act on one another in words, as they do all
    day before an election; what other states, forces and groups have a part in is told."""
    if told.event_type not in OF_POLITICS:
        return False
    actors = [actor for side in (found.source, found.target) if side is not None for actor in actors_of(reading, side)]
    if any(actor.kind in BODIES - {"party"} for actor in actors):
        return False
    homes = Counter(actor.country_iso3 for actor in reading.actors.known() if actor.country_iso3)
    home = min(homes, key=lambda country: (-homes[country], country), default=None)
    return all(actor.country_iso3 in (None, home) for actor in actors)


def _is_journey(reading: Reading, found: Candidate, source: str | None, target: str | None) -> bool:
    """Whether somebody without an office goes where nobody is met who has one, or people do ("Americans visiting Kenya"), or private
    people flee, or a plane comes back."""
    if found.source is None or found.trigger.pos != "verb":
        return False
    if found.trigger.mode == "withdraw":
        return source == PRIVATE
    if found.trigger.mode == "return":
        return source == THING
    if found.trigger.mode != "visit" or (found.target is not None and "talk" in classes_of(found.target)):
        return False
    named = reading.actor(core(found.source))
    is_people = named is not None and named.actor is not None and named.actor.kind == "population"
    return is_people or source in (PRIVATE, TOWN) or (source == UNKNOWN and target != PUBLIC)


def _is_own_service(found: Candidate, told: Reality) -> bool:
    """Whether a deployment is the service of one soldier ("his third deployment")."""
    return told.event_type == "MOBILIZE" and found.source is not None and found.source.lower_ in ("his", "her", "my")


def _is_about_thing(found: Candidate, told: Reality, target: str | None) -> bool:
    """Whether what somebody arms, pays for, calls or is tied to is a thing or a number ("established a link between the
    cases", "financed two aircraft", "call 555-0101")."""
    if found.trigger.mode == "phone" and found.target is not None and found.target.pos_ == "NUM":
        return True
    if target != THING:
        return False
    if found.trigger.mode == "military":
        return told.event_type == "AID" and found.target_slot == "obj"
    is_one = found.source is not None and sum(1 for _ in parts(found.source)) == 1
    return found.trigger.is_symmetric and told.event_type in TIES and found.target_slot in BETWEEN and is_one

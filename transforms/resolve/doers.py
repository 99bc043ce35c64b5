"""Two deeds by two doers, though no two names tell them apart: the police and those who march, one pair of fighting forces and another."""

from __future__ import annotations

import re
from functools import cache

from transforms.resolve.deed import WORD, head_of, heads_of, is_exchange, is_killing, own_word
from transforms.resolve.lineage import Lineage
from transforms.resolve.profile import Profile
from transforms.resolve.sides import is_one_side

# Whom a state sends, and who acts against it or without it.
REGULAR, IRREGULAR = ("forces", "police"), ("militants", "protesters")
STATE_KINDS = frozenset({"state", "state_forces"})
# What is done in words has one speaker each, who is named or told by his office.
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE"})
# Who fights and is in no army.
ARMED = re.compile(r"\b(?:armed (?:men|people|group)|gangs?|cartels?|rival)\b", re.IGNORECASE)
# "A jet fighter" is a machine, "fighters" are people.
JET = re.compile(r"\bjet fighters?\b", re.IGNORECASE)
ATTACKERS = frozenset({"gunman", "attacker", "assailant", "bomber", "shooter", "gunwoman"})
SUSPECTS = ATTACKERS | {"suspect"}
# How a side begins that the reader knows already, whoever it is.
KNOWN = re.compile(r"(?:the|this|that|these|those|its|their|his|her|it|they|he|she|who|we|i)\b", re.IGNORECASE)


def are_two(left: Profile, right: Profile, lineage: Lineage) -> bool:
    """Whether what is told of the doers of two mentions, none of whom contradicts the other by name, is told of two."""
    if left.is_mutual and right.is_mutual:
        return _are_other_fights(left, right, lineage)
    ranks = _ranks(left, lineage), _ranks(right, lineage)
    if ranks in ((True, False), (False, True)):
        return True
    if left.article_id == right.article_id and (_is_fire_returned(left, right) or _is_fire_returned(right, left)):
        return True
    return left.event_type in SPOKEN and (_is_other_speaker(left, right, lineage) or _is_other_speaker(right, left, lineage))


def _is_fire_returned(deed: Profile, attack: Profile) -> bool:
    """Whether others did to fighters in no army what an attack by such fighters is not ("A team returned fire, killing several insurgents",
    "Insurgents attacked the patrol")."""
    if deed.event_type != "ASSAULT" or attack.is_mutual or deed.is_mutual or is_exchange(deed.row) or is_exchange(attack.row):
        return False
    fighters = _fighters()
    harmed, doer = head_of(deed.row["target_text"]), head_of(deed.row["source_text"])
    attacked, attacker = head_of(attack.row["target_text"]), head_of(attack.row["source_text"])
    if doer is None or attacked is None or harmed not in fighters or attacker not in fighters:
        return False
    return doer not in fighters and attacked not in fighters


def is_loss_of_doers(loss: Profile, attack: Profile) -> bool:
    """Whether those said to be harmed, by nobody named, are they who made the attack ("Gunmen ambushed a patrol. Three of the gunmen were
    killed."): that was done to them by others."""
    if loss.article_id != attack.article_id or not loss.target_words or attack.is_mutual or is_exchange(loss.row):
        return False  # "five of the attackers were killed in the exchange of fire" tells of the fight that they began
    if loss.row["target_text"] == attack.row["source_text"] and loss.sources.isdisjoint(attack.sources):
        return True  # "A man and a woman set off a bomb before they were killed by police"
    if _is_the_attacker(loss.row["target_text"]) and head_of(attack.row["source_text"]) in _heads(IRREGULAR):
        return bool(loss.sources or loss.source_words) and loss.sources.isdisjoint(attack.sources)
    is_one_doer = not loss.sources.isdisjoint(attack.sources)
    is_suspect = head_of(loss.row["target_text"]) in SUSPECTS and head_of(attack.row["target_text"]) not in SUSPECTS
    if loss.sentence == 0 and is_suspect and not is_one_doer:
        return True  # "Knife attack leaves two injured, suspect shot"
    if loss.sources or loss.source_words:
        return False
    harmed = head_of(loss.row["target_text"])
    if harmed in ATTACKERS and (is_of_fighters(attack) or head_of(attack.row["source_text"]) in ATTACKERS):
        return True  # "Jihadists ambushed a convoy. Seven attackers were killed"
    return harmed in _heads(IRREGULAR) and harmed == head_of(attack.row["source_text"]) and not attack.target_words & {harmed, f"{harmed}s"}


def is_other_than_dispersal(dispersal: Profile, killing: Profile) -> bool:
    """Whether one sentence of an article tells of a crowd driven apart, and another of somebody killed who is told as none of it ("shot
    two men at a roadblock", "fired into the air to scatter the women")."""
    if dispersal.mode != "crowd-control" or killing.mode == "crowd-control" or dispersal.sentence == killing.sentence:
        return False
    harmed = head_of(killing.row["target_text"])
    return is_killing(killing.row) and harmed is not None and harmed not in _heads(("protesters",)) - _heads(("government",))


def _is_the_attacker(text: str | None) -> bool:
    """Whether words name one who is known to have attacked ("The gunman was killed by partner forces")."""
    return text is not None and KNOWN.match(text) is not None and head_of(text) in ATTACKERS


def _are_other_fights(left: Profile, right: Profile, lineage: Lineage) -> bool:
    """Whether each of two fights has a side that the other lacks ("the ELN and the army", "the ELN and the FARC")."""
    return _has_other_side(left, right, lineage) and _has_other_side(right, left, lineage)


def _has_other_side(fight: Profile, other: Profile, lineage: Lineage) -> bool:
    return any(
        not is_one_side({side}, other.sources, lineage) and not any(lineage.is_akin(side, one) for one in other.sources)
        for side in fight.sources
    )


def is_of_fighters(item: Profile) -> bool:
    """Whether the doer is told in words as armed and in no army ("bandits", "armed men")."""
    text = item.row["source_text"] or ""
    return head_of(text) in _heads(("militants",)) or ARMED.search(text) is not None


def is_giving_up(item: Profile) -> bool:
    """Whether fighters without a name give up what they held, or somebody held is set free by nobody named."""
    is_freed = item.mode == "release" and not (item.source_words or item.sources)
    return item.event_type == "RETREAT" and (is_freed or is_of_fighters(item))


def _ranks(item: Profile, lineage: Lineage) -> bool | None:
    """Return whether a doer is a state or its force, False for one who is neither, None where that is not told."""
    if item.sources:
        kinds = {lineage.kinds.get(actor) for actor in item.sources}
        return True if kinds <= STATE_KINDS else False if kinds == {"armed_group"} else None
    if item.is_mutual or not item.source_words or JET.search(item.row["source_text"]):
        return None
    head = head_of(item.row["source_text"])
    is_irregular = is_of_fighters(item) or head in _heads(IRREGULAR)
    if (head in _heads(REGULAR)) == is_irregular:
        return None  # "forces", which a state and rebels have
    return not is_irregular


def _is_other_speaker(named: Profile, told: Profile, lineage: Lineage) -> bool:
    """Whether one speaker is known by name and another, told in words as news, has neither that name nor one noun of it."""
    if not named.sources or told.sources or not told.source_words or KNOWN.match(told.row["source_text"] or ""):
        return False
    surnames = {lineage.surnames.get(actor) for actor in named.sources}
    words = set(WORD.findall((named.row["source_text"] or "").lower()))
    return not surnames & told.source_words and own_word(told.row["source_text"]) not in words


@cache
def _fighters() -> frozenset[str]:
    """Return the nouns for those who fight in no army."""
    return _heads(("militants",)) - _heads(REGULAR)


@cache
def _heads(classes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(noun for name in classes for noun in heads_of(name))

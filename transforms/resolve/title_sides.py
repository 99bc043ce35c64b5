"""Who and what a title names: the actors most named on each side, or else the words that say most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from transforms.resolve.deed import is_exchange, is_mission, is_of_parties, is_of_people
from transforms.resolve.doers import STATE_KINDS
from transforms.resolve.lineage import Lineage
from transforms.resolve.profile import Row
from transforms.resolve.title_clauses import clause_of
from transforms.resolve.titles import event_title, is_plural_name, is_plural_phrase, mode_of_words, said_title

# An unresolved side longer than this is a clause, not a name.
LONGEST_NAME = 60
# What is aimed at a building or a town, and is told as a strike on it rather than on those who happen to be hurt.
AIMED = frozenset({"aerial", "heavy-weapons", "drone", "explosives", "suicide-attack"})
# What is done to a house as well as to a state.
BODILY = frozenset({"ASSAULT", "COERCE", "PROTEST"})
# What is done to people of a state, and not to it.
TO_PEOPLE = frozenset({"abduct", "targeted", "beat", "torture", "sexual"})
# What two sides fight.
WAR = re.compile(r"\b(?:wars?|battles?)$")
# CAMEO's embargoes, boycotts and sanctions.
SANCTIONS = "163"
# Where a text was sent from, before the words of its first sentence.
DATELINE = re.compile(r"^.*\)\s*[-\u2013\u2014]+\s*")
KNOWN = re.compile(r"(?:the|this|that|these|those|its|their|his|her)\b", re.IGNORECASE)
# What is somebody's, told without him.
OWNED = re.compile(r"(?:its|their|his|her|our|my)\b", re.IGNORECASE)
# Whose he is who is then named ("his predecessor, Dina Boluarte").
NAMED = re.compile(r"^(?:its|their|his|her) [\w -]+, (?=[A-Z])")
# Words for those who protest that say no more than that they do.
PROTESTERS = frozenset({"protesters", "protestors", "demonstrators", "people", "crowds", "marchers", "the protesters"})
# Words that stand for a side and name nobody.
PRONOUNS = frozenset(
    {
        *(
            "i",
            "we",
            "you",
            "it",
            "its",
            "they",
            "their",
            "them",
            "he",
            "she",
            "who",
            "which",
            "that",
            "this",
            "those",
            "what",
            "him",
            "her",
        ),
        *("us", "each other", "others", "hundreds", "thousands", "dozens", "some", "many", "several", "one"),
    }
)
# Modes of words that have either whom they are given to or what is given.
GIVING = frozenset({"offer", "pledge"})
# Whom a number is of, where they were named before ("22 of them").
OF_THEM = re.compile(r"^(\d[\d,]*|\w+) of (?:them|those|these)$", re.IGNORECASE)
# A number of nobody named ("Air strike kills 14").
NUMBER = re.compile(
    r"^(?:at least |more than |up to |about |around |over |nearly )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten)$",
    re.IGNORECASE,
)
# Who is counted again among them.
AMONG_THEM = re.compile(r",? (?:including|among them|such as)\b.*$")


def _fighting(rows: Sequence[Row], known: Sequence[str], sources: list[str], targets: list[str]) -> tuple[list[str], list[str]]:
    """Return who fight each other in a clash, both of whom the words may name where one is known."""
    both = next((row["source_text"] for row in rows if len(known) == 1 and row["source_text"] == row["target_text"]), None)
    if both is not None and " and " in both:
        return [both], [both]
    fighting = list(dict.fromkeys([*sources, *targets])) if set(sources) & set(targets) else []
    return (fighting, fighting) if fighting else (sources, targets)


def _is_of_thing(event_type: str, mode: str | None, rows: Sequence[Row]) -> bool:
    """Whether a thing of somebody's is harmed, not he: what is destroyed, or an embassy that is attacked, seized or marched to."""
    harmed = [row["target_text"] for row in rows if row["target_text"]]
    return (mode == "destroy" and bool(harmed)) or (event_type in BODILY and sum(map(is_mission, harmed)) * 2 > len(harmed))


def title_of(
    rows: Sequence[Row],
    mode: str | None,
    sides: tuple[Sequence[str], Sequence[str]],
    actors: Mapping[str, Row],
    lineage: Lineage,
    place: Row | None,
    layer: str,
) -> str:
    """Return the title of an event of these mentions. `sides`: ids of its sources and targets, the most named first."""
    event_type = rows[0]["event_type"]
    sources = _side_names(rows, "source", sides[0], actors, lineage)
    aimed_at = () if _is_of_thing(event_type, mode, rows) else sides[1]
    if (event_type, mode) == ("SANCTION", "expel") and any(is_of_people(row["target_text"]) for row in rows):
        mode, aimed_at = "expel-people", ()
    if mode in TO_PEOPLE and any(is_of_people(row["target_text"]) for row in rows):
        aimed_at = tuple(side for side in aimed_at if side not in actors or actors[side]["kind"] != "state")
    taken = [row for row in rows if row["event_mode"] == mode and row["target_text"]] if mode in TO_PEOPLE else []
    if taken and not any(set(row["target_actor_ids"]) & set(sides[1]) for row in taken):
        aimed_at = ()  # an abduction in which somebody else was killed
    targets = _side_names(
        rows if aimed_at or not taken else taken, "target", aimed_at, actors, lineage, aimed=None if mode is None else mode in AIMED
    )
    if event_type == "MOBILIZE" and not sides[1]:
        targets = []  # the words tell who is sent
    if not sides[1] and (event_type == "PROTEST" or not sources):
        places = {row["place_text"] for row in rows} | {place["name"] if place else None}
        targets = [target for target in targets if target not in places]  # told as where it was
    if event_type == "PROTEST" and not sides[1]:
        targets = [target for target in targets if not any(f" outside {target}" in row["evidence"] for row in rows)]
    if event_type == "PROTEST" and not sides[0]:
        sources = [source for source in sources if source.lower() not in PROTESTERS]
    kinds = {actors[actor_id]["kind"] for actor_id in sides[0] if actor_id in actors}
    if sides[0]:
        names = {actors[actor_id]["name"]: actors[actor_id]["kind"] for actor_id in sides[0] if actor_id in actors}
        is_plural = len(sources) == 1 and is_plural_name(sources[0], names.get(sources[0], "other"))
    else:
        is_plural = len(sources) == 1 and (sources[0].count(" and ") == 1 or is_plural_phrase(sources[0]))
    if sources and not sides[1] and (meant := clause_of(event_type, rows)) is not None:
        return said_title(sources, *meant, layer, is_plural=is_plural)
    if event_type == "REQUEST" and not sides[1] and targets and not is_of_parties(targets[0]):
        mode = "thing"
    if not sides[1] and targets and mode == ("destroy" if is_of_people(targets[0]) else "targeted"):
        mode = None  # nobody destroys people, or kills a village
    if event_type == "COERCE" and 2 * sum(row["cameo_code"] == SANCTIONS for row in rows) > len(rows):
        mode = "sanctions"
    mode = mode_of_words(event_type, [row["trigger"] for row in rows]) or mode
    if event_type == "ASSAULT" and len(sources) > 1 and targets and WAR.search(targets[0]):
        targets = sources  # "The two countries fought a war"
    if mode == "violate" and not sides[1]:
        targets = []  # the words tell what was broken
    if (mode in GIVING or (event_type, mode) == ("AGREE", None)) and not sides[1] and targets and not is_of_parties(targets[0]):
        mode = f"{mode or 'agree'}-thing"
    if (event_type, mode) == ("ASSAULT", "abduct") and kinds and kinds <= STATE_KINDS:
        mode = "capture"
    told_by = [row for row in rows if row["source_text"]]
    if mode != "abduct" and 0 < len(told_by) <= 2 * sum(map(is_exchange, told_by)):
        mode = "clash"  # whatever was fired by whom in it
        sources, targets = _fighting(rows, sides[0], sources, targets)
    told = any(row["place_text"] and row["place_text"] in target for row in rows for target in targets)
    where = place["name"] if place and not told else None
    return event_title((event_type, mode), sources, targets, where, layer, is_plural)


def _side_names(
    rows: Sequence[Row], side: str, ranked: Sequence[str], actors: Mapping[str, Row], lineage: Lineage, *, aimed: bool | None = None
) -> list[str]:
    """Names for a title: the actors most named, none beside its own parent; failing them, the words of the text."""
    counts = Counter(actor for row in rows for actor in row[f"{side}_actor_ids"])
    chosen: list[str] = []
    for actor in ranked:
        related = any(actor in lineage.up(other) or other in lineage.up(actor) or lineage.is_akin(actor, other) for other in chosen)
        if actor in actors and not related and counts[actor] * 2 >= counts[ranked[0]]:
            chosen.append(actor)
    if chosen:
        return [actors[actor]["name"] for actor in chosen]
    told_apart = [row for row in rows if row["source_text"] != row["target_text"]]  # "Police and protesters clash" names both as both
    texts = [_plain(row[f"{side}_text"]) for row in told_apart or rows if row[f"{side}_text"]]
    texts = [text for text in texts if text and len(text) <= LONGEST_NAME and text.lower() not in PRONOUNS]
    texts = [text for text in texts if not OWNED.match(text)]
    if not texts:
        return []
    # What is told most often, of these a thing where things are aimed at and people where people are, and what the reader does not have
    # to know yet.
    told = Counter(texts)
    return [
        min(told, key=lambda text: (-told[text], aimed is not None and is_of_people(text) == aimed, KNOWN.match(text) is not None, text))
    ]


def _plain(text: str) -> str:
    """Return a side in words without the dateline before it, who is counted among them and half a pair of quotation marks; "Parents",
    which began a sentence, in small."""
    text = NUMBER.sub(r"\g<0> people", OF_THEM.sub(r"\1 people", AMONG_THEM.sub("", NAMED.sub("", DATELINE.sub("", text)))))
    if text.count('"') % 2:
        text = text.replace('"', "")
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}".rstrip() if is_of_people(first) and rest == rest.lower() and is_plural_phrase(text) else text

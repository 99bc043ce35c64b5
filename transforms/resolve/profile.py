"""What one mention, or a group of them, says of an event: sides, place and days, in a form that can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from transforms.resolve.borrowed import is_of_another
from transforms.resolve.deed import deed_of, is_exchange
from transforms.resolve.lineage import Lineage
from transforms.resolve.police import are_nameless, is_of_police

Row = dict[str, Any]
# First and last day and their precision.
Days = tuple[date | None, date | None, str | None]

# Things that did not happen are never merged with things that did.
REAL = frozenset({"asserted", "claimed_responsibility", "accused", "denied"})
STREET = re.compile(
    r"\b(?:streets?|avenue|ave\.?|road|rd\.?|lane|boulevard|blvd\.?|drive|parkway|highway|freeway|terrace|square|block)$", re.IGNORECASE
)
WORD = re.compile(r"[\w'-]+")
# "Condemns" in a headline is "condemned" in the lead.
ENDING = re.compile(r"(?<=\w{3})(?:e?s|e?d|ing|e)$")
PAST_FORMS = {"shot": "shoot", "struck": "strik", "fought": "fight", "slain": "slay", "slew": "slay"}
FURTHER = re.compile(r"\b(?:another|more|further)\b(?! than)", re.IGNORECASE)
ALSO = re.compile(r"\b(?:was|were) also (?:killed|wounded|injured|hurt)\b")
THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|has|have|had|will|would)\b)")
# Stretches of time that hold what is told and what it is about ("In November residents marched after the killing of their mayor").
LONG = frozenset({"month", "year"})
BARE = frozenset({"i", "we", "us", "you", "he", "she", "it", "him", "her", "one", "all", "who"})
# What stands before a noun that the reader knows already.
KNOWN = re.compile(r"\b(?:the|this|that) (?:[\w-]+ )?$", re.IGNORECASE)
PRECISION_ORDER = {"point": 0, "city": 1, "admin2": 2, "admin1": 3, "country": 4}


class Ground(NamedTuple):
    """What alone may contradict another mention: first and last day, a place of the gazetteer, the doers; of a war none, for either
    side may be named first."""

    days: tuple[date, date] | None
    place_id: str | None
    sources: frozenset[str]


@dataclass(slots=True)
class Profile:
    """One mention's comparable facts. `context_*`, what the text around gives, is none of them: it only serves the event's row."""

    mention_id: str
    article_id: str
    order: tuple[str, int]
    sentence: int
    event_type: str
    mode: str | None
    layer: str
    sources: frozenset[str]
    targets: frozenset[str]
    source_words: frozenset[str]
    target_words: frozenset[str]
    place: Row | None
    place_name: str | None
    context_place: Row | None
    context_days: Days
    date_start: date | None
    date_end: date | None
    date_precision: str | None
    weekday: int | None
    published: date | None
    trigger: str
    is_backward: bool
    is_general: bool
    tolls: frozenset[tuple[str, int]]
    has_claim: bool
    row: Row = field(repr=False)
    # The mention in whose deed the people named here were harmed, as the article's claims are read.
    retold_in: str | None = None
    # Asked of each two mentions that are compared, so read once. Whether each side is both source and target ("traded strikes"); whether
    # people are harmed and no doer is named; whether they are more of them ("two more insurgents"); the event's word, its plural aside.
    is_mutual: bool = field(init=False)
    is_loss: bool = field(init=False)
    is_further: bool = field(init=False)
    word: str = field(init=False)
    ground: Ground = field(init=False, repr=False)

    def __post_init__(self) -> None:
        is_fight = bool(self.sources) and self.sources == self.targets and not lacks_a_side(self.row)  # one side is known by words only
        self.is_mutual = is_fight or (len(self.sources) > 1 and not self.sources.isdisjoint(self.targets))
        self.is_loss = bool(self.targets) and not self.sources
        self.is_further = FURTHER.search(self.row["target_text"] or "") is not None
        self.word = PAST_FORMS.get(self.trigger) or ENDING.sub("", self.trigger)
        self.ground = Ground(
            (self.date_start, self.date_end) if self.date_start and self.date_end else None,
            self.place["place_id"] if self.place is not None else None,
            frozenset() if self.layer == "general" or self._is_police else self.sources,
        )

    @property
    def _is_police(self) -> bool:
        """Whether the doers are officers without a name, who may be those of a town."""
        return are_nameless(self.sources) and is_of_police(self.row["source_text"])

    @property
    def is_placed(self) -> bool:
        """Whether the mention says where, by a place of the gazetteer or a name it lacks."""
        return self.place is not None or self.place_name is not None

    @property
    def before_trigger(self) -> str:
        """The words of its sentence before the one that tells of it."""
        return str(self.row["evidence"][: max(self.row["trigger_start"] - self.row["span_start"], 0)])

    @property
    def specificity(self) -> int:
        """How much the mention says by itself; what says most is placed first."""
        placed = bool(self.place_name) if self.place is None else 2 if self.place["precision"] != "country" else 1
        dated = 0 if self.date_start is None else 2 if self.date_precision == "day" else 1
        sides = 2 * bool(self.sources) + 2 * bool(self.targets) + bool(self.source_words) + bool(self.target_words)
        return placed + dated + sides


def is_one_war(left: Profile, right: Profile) -> bool:
    """Whether two mentions of a war or a habit name the same two sides, whichever of them is said to fight the other."""
    if left.layer != "general" or right.layer != "general":
        return False
    return len((left.sources | left.targets) & (right.sources | right.targets)) >= 2


def is_own_loss(loss: Profile, attack: Profile, lineage: Lineage) -> bool:
    """Whether a mention without a doer tells of people harmed on the side that makes the attack: nobody attacks its own, and no state its
    forces. "Four soldiers were also killed" in what the sentences before tell."""
    if not loss.is_loss or attack.is_mutual or (loss.article_id == attack.article_id and ALSO.search(loss.row["evidence"])):
        return False
    forces = {target for target in loss.targets if lineage.kinds.get(target) == "state_forces"}
    own = {target for target in loss.targets if target in attack.sources or (target in forces and lineage.root(target) in attack.sources)}
    return own == loss.targets or bool(own & forces)


def is_of_fight(loss: Profile, attack: Profile) -> bool:
    """Whether people are said to be harmed in the fight that an attack led to ("Two soldiers died in the gun battle" of a raid): they may
    be of either side."""
    if not loss.is_loss or loss.article_id != attack.article_id or not is_exchange(loss.row):
        return False
    return KNOWN.search(loss.before_trigger) is not None


def is_loss_in(loss: Profile, clash: Profile, lineage: Lineage) -> bool:
    """Whether a mention without a doer tells of people harmed on one of the sides of a clash, or on both."""
    if not clash.is_mutual or not loss.is_loss:
        return False
    roots = {lineage.root(source) for source in clash.sources}
    return loss.targets <= clash.sources or (len(loss.targets) > 1 and {lineage.root(target) for target in loss.targets} <= roots)


def is_selfsame(row: Row) -> bool:
    """Whether the only side of a mention does it to itself: a reading that lost the other side."""
    return len(row["source_actor_ids"]) == 1 and row["source_actor_ids"] == row["target_actor_ids"]


def lacks_a_side(row: Row) -> bool:
    """Whether a mention has one side only, done to itself, and names none beside it ("the army and three armed groups agreed")."""
    return is_selfsame(row) and " and " not in (row["source_text"] or "")


def layer_of(row: Row) -> str:
    """Return `real`, `general` (a war, a habit) or the stance of what has not happened: mentions merge within a layer only."""
    if row["stance"] not in REAL:
        return str(row["stance"])
    return "general" if row["is_general"] else "real"


def profile(  # one argument a source of facts
    row: Row,
    published: datetime | None,
    places: Mapping[str, Row],
    claims: Sequence[Row] = (),
    kinds: Mapping[str, str] | None = None,
    retold_in: str | None = None,
) -> Profile:
    """Return the comparable facts of one row of `event_mentions` and of the claims about people harmed in it. `kinds`: of actors by id;
    `retold_in`: the mention of the same article whose victims it tells again."""
    event_type, mode = deed_of(row, kinds or {})
    # What a mention without any side takes over from another sentence is a guess; it points back by its words first.
    is_bare = not (row["source_actor_ids"] or row["target_actor_ids"])
    is_bare = is_bare and THERE.search(row["evidence"]) is None  # "killed there" points back to a place, by a word of its own
    placed = row["place_text"] and not (is_bare and row["place_text"] not in row["evidence"]) and not is_of_another(row, row["place_text"])
    dated = row["date_text"] and not (is_bare and row["date_text"] not in row["evidence"])
    dated = dated and (row["date_precision"] in LONG or not is_of_another(row, row["date_text"]))
    is_street = not row["place_id"] and STREET.search(row["place_text"] or "") is not None  # where in a town, which the text names
    return Profile(
        mention_id=row["mention_id"],
        article_id=row["article_id"],
        order=(row["article_id"], row["trigger_start"]),
        sentence=row["sentence_index"],
        event_type=event_type,
        mode=mode,
        layer=layer_of(row),
        sources=frozenset(row["source_actor_ids"]),
        targets=frozenset(row["target_actor_ids"]),
        source_words=words_of(row["source_text"]) if not row["source_actor_ids"] else frozenset(),
        target_words=words_of(row["target_text"]) if not row["target_actor_ids"] else frozenset(),
        place=places.get(row["place_id"]) if placed and row["place_id"] else None,
        place_name=row["place_text"].lower() if placed and not row["place_id"] and not is_street else None,
        context_place=places.get(row.get("context_place_id") or row["place_id"] or ""),
        context_days=_context_days(row),
        date_start=row["date_start"] if dated else None,
        date_end=row["date_end"] if dated else None,
        date_precision=row["date_precision"] if dated else None,
        weekday=row["date_weekday"] if dated else None,
        published=published.date() if published else None,
        trigger=row["trigger"].lower(),
        is_backward=row["backward"],
        is_general=row["is_general"],
        tolls=frozenset((claim["outcome"], claim["count_low"]) for claim in claims if claim["count_low"] and claim["qualifier"] != "vague"),
        has_claim=bool(claims),
        row=row,
        retold_in=retold_in,
    )


def _context_days(row: Row) -> Days:
    around = "" if row["date_start"] is not None else "context_"
    return row.get(f"{around}date_start"), row.get(f"{around}date_end"), row.get(f"{around}date_precision")


def is_named(text: str | None) -> bool:
    """Whether words say who a side is, were it only "a man"; "it" and "we" say it of nobody."""
    return bool(text) and str(text).lower() not in BARE


def words_of(text: str | None) -> frozenset[str]:
    """Return the content words of an unresolved side, so that "a police station" meets "the police station"."""
    if not text or text.lower() == "they":
        return frozenset()
    return frozenset([word for word in WORD.findall(text.lower().replace("'s", "")) if len(word) > 3])

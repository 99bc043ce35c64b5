"""The typed records that stages hand to each other; field names are the contract's column names.

Offsets are character offsets, end exclusive, into `Article.text`; `article.text[span_start:span_end] == evidence` always.
Ids of things that only exist after looking across articles (events) are not here: `transforms/resolve` adds them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from transforms.input_records import Article, RawRecord, Reject

__all__ = [
    "Actor",
    "ActorMention",
    "Annotations",
    "Article",
    "Attribution",
    "CasualtyClaim",
    "DateMention",
    "DatePrecision",
    "Days",
    "EventMention",
    "Place",
    "PlaceMention",
    "Quote",
    "RawRecord",
    "Reject",
    "Stance",
]

Stance = Literal["asserted", "claimed_responsibility", "accused", "denied", "planned", "threatened", "hypothetical"]
DatePrecision = Literal["day", "week", "month", "year"]
# First day, last day (inclusive), and how exactly they are known.
Days = tuple[date, date, DatePrecision]


@dataclass(frozen=True, slots=True)
class Place:
    """One gazetteer row; `precision` is point, city, admin2, admin1 or country (a named region has its own radius)."""

    place_id: str
    name: str
    country_iso3: str | None
    latitude: float | None
    longitude: float | None
    precision: str
    admin1_name: str | None = None
    admin1_code: str | None = None
    geonames_id: int | None = None
    feature: str | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One place name in the text. `place` is None when it could not be resolved."""

    span_start: int
    span_end: int
    evidence: str
    place: Place | None
    is_demonym: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor: curated (a row of `seeds/actors.csv`) or found in a text."""

    actor_id: str
    name: str
    kind: str
    country_iso3: str | None = None
    parent_actor_id: str | None = None
    role: str | None = None
    cameo_code: str | None = None
    ucdp_actor_id: int | None = None
    gwno: int | None = None
    cow: int | None = None
    iso_numeric: int | None = None
    acled_name: str | None = None
    wikidata_qid: str | None = None
    aliases: tuple[str, ...] = ()
    is_curated: bool = False


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One mention of an actor, by name, alias, demonym phrase, office or pronoun. `actor` is None when unresolved.

    `head_start` is the offset of the mention's syntactic head word, by which other stages find it."""

    span_start: int
    span_end: int
    evidence: str
    actor: Actor | None
    head_start: int
    is_pronoun: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date expression. `date_end` is inclusive; both are None when it could not be anchored.

    `anchor`: `published_at`, `text` (another date in the text), `none` (absolute, or nothing to anchor to).
    `weekday` (0 Monday to 6) is kept for a weekday that could not be anchored."""

    span_start: int
    span_end: int
    evidence: str
    date_start: date | None
    date_end: date | None
    date_precision: DatePrecision | None
    anchor: str
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of reporting: who (`source_*`, None when unsaid) with which cue says the content at `content` (spans).

    `polarity`: says, accuses, denies, claims (responsibility), threatens, plans ..., as `seeds/speech_cues.csv` has it.
    `via_text` is who relayed it ("told Reuters", "state media citing a local official": the media)."""

    content: tuple[tuple[int, int], ...]
    cue: str
    cue_start: int
    cue_end: int
    polarity: str
    sentence_index: int
    source_start: int | None = None
    source_end: int | None = None
    source_text: str | None = None
    source_actor: Actor | None = None
    via_text: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation or reported statement: a row of `quotes` without its ids."""

    span_start: int
    span_end: int
    evidence: str
    sentence_index: int
    kind: Literal["direct", "indirect", "mixed"]
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    speaker_text: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker_name: str | None = None
    speaker_actor: Actor | None = None
    speaker_role: str | None = None
    affiliation_text: str | None = None
    affiliation_actor: Actor | None = None
    via_text: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One mention of an event in a sentence: a row of `event_mentions` without ids. Source and target may be several.

    `is_general`: a long war or a habit, with no day of its own. `backward`: a definite noun ("the strikes", "the attack")
    that points back to an event told elsewhere. `context_place`, `context_days`: where and when the text around puts
    what the mention itself does not place or date."""

    sentence_index: int
    span_start: int
    span_end: int
    evidence: str
    trigger: str
    trigger_start: int
    trigger_end: int
    event_type: str
    event_mode: str | None
    stance: Stance
    cameo_code: str | None = None
    acled_sub_event_type: str | None = None
    instrument_text: str | None = None
    date: DateMention | None = None
    place_text: str | None = None
    place: Place | None = None
    context_place: Place | None = None
    context_days: Days | None = None
    source_text: str | None = None
    source_actors: tuple[Actor, ...] = ()
    target_text: str | None = None
    target_actors: tuple[Actor, ...] = ()
    claimant_text: str | None = None
    claimant_actor: Actor | None = None
    is_general: bool = False
    backward: bool = False


@dataclass(frozen=True, slots=True)
class CasualtyClaim:
    """One claim about people harmed: a row of `casualties` without ids. `event` is the mention it belongs to; `subset_of` is the index, in
    the article's list of claims, of the claim this one is a part of, `repeats` of the one it tells again, `revises` of the one it replaces.
    `is_part`: said of a part of more people, told here or not ("four children were among those killed"); `is_partial`: a number that counts
    only some of those harmed ("three more died"), so that no other number rivals it; `town_id`: the town that the claim's words name."""

    sentence_index: int
    span_start: int
    span_end: int
    evidence: str
    count_text: str | None
    count_start: int | None
    count_end: int | None
    outcome: str
    count_low: int | None
    count_best: int | None
    count_high: int | None
    qualifier: str
    victim_group: str = "unknown"
    victim_age_sex: str = "unknown"
    victim_text: str | None = None
    victim_country_iso3: str | None = None
    victim_country_negated: bool = False
    victim_actor: Actor | None = None
    claimant_text: str | None = None
    claimant_actor: Actor | None = None
    via_text: str | None = None
    event: EventMention | None = None
    is_aggregate: bool = False
    subset_of: int | None = None
    repeats: int | None = None
    revises: int | None = None
    is_part: bool = False
    is_partial: bool = False
    town_id: str | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything read from one article: a pure function of the article and the seeds."""

    article: Article
    sentence_count: int
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    casualties: tuple[CasualtyClaim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    rejects: tuple[Reject, ...] = ()

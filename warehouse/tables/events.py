"""Events: their mentions in sentences, the events merged from them, and who took part."""

from __future__ import annotations

from warehouse.codes import (
    ACLED_EVENT_TYPES,
    ACTOR_ROLES,
    DATE_PRECISIONS,
    EVENT_STATUSES,
    EVENT_TYPES,
    PLACE_PRECISIONS,
    STANCES,
)
from warehouse.declare import Column, Table, evidence_columns, required, stamps

EVENT_MENTIONS = Table(
    name="event_mentions",
    grain="One row per mention of an event in a sentence.",
    key=("mention_id",),
    replaced_by="article",
    is_logged=True,
    columns=(
        required("mention_id", "text", "Id of the mention."),
        Column("event_id", "text", "The event it was merged into, null where it is too general to be one."),
        *evidence_columns("the sentence"),
        required("sentence_index", "integer", "Number of the sentence in the article, from 0.", low=0),
        required("trigger", "text", "The word or words that name the event, as written."),
        required("trigger_start", "integer", "Offset of the trigger in articles.text.", "characters", low=0),
        required("trigger_end", "integer", "Offset after the trigger.", "characters", low=0),
        required("event_type", "text", "PLOVER event type.", values=EVENT_TYPES),
        Column("event_mode", "text", "PLOVER mode of the event type."),
        Column("cameo_code", "text", "CAMEO code, as text with its leading zeros.", is_optional=True),
        Column("acled_sub_event_type", "text", "ACLED sub-event type.", is_optional=True),
        Column("instrument_text", "text", "Weapon or means, as written.", is_optional=True),
        Column("date_text", "text", "The date expression, as written."),
        Column("date_start", "date", "First day the mention allows."),
        Column("date_end", "date", "Last day the mention allows, inclusive."),
        Column("date_precision", "text", "How exactly the day is known.", values=DATE_PRECISIONS),
        Column("date_weekday", "integer", "Weekday of an unanchored date, 0 Monday to 6 Sunday.", low=0, high=6, is_optional=True),
        Column("place_text", "text", "The place, as written."),
        Column("place_id", "text", "The place, as resolved."),
        Column("source_text", "text", "Who did it, as written."),
        Column("source_actor_id", "text", "Who did it: the first of several."),
        Column("source_actor_ids", "texts", "All who did it.", is_optional=True),
        Column("target_text", "text", "To whom, as written."),
        Column("target_actor_id", "text", "To whom: the first of several."),
        Column("target_actor_ids", "texts", "All to whom it was done.", is_optional=True),
        Column("claimant_text", "text", "Who says so, as written; null where the article itself does."),
        Column("claimant_actor_id", "text", "Who says so."),
        required(
            "stance", "text", "How the mention stands to the event: told as fact, claimed, accused, denied, planned ...", values=STANCES
        ),
        Column("is_general", "boolean", "A long war or a habit, with no day of its own.", is_optional=True),
        Column("backward", "boolean", "A definite noun that points back to an event told elsewhere.", is_optional=True),
        *stamps(),
    ),
)


def toll(outcome: str) -> tuple[Column, Column, Column]:
    """Return the three columns of an event's toll under the default policy."""
    return (
        Column(
            f"{outcome}_low", "integer", f"Lowest credible number of people {outcome}; null is unknown, not zero.", unit="persons", low=0
        ),
        Column(f"{outcome}_best", "integer", f"Most credible number of people {outcome} under the default policy.", unit="persons", low=0),
        Column(f"{outcome}_high", "integer", f"Highest credible number of people {outcome}; null where open ended.", unit="persons", low=0),
    )


EVENTS = Table(
    name="events",
    grain="One row per real-world event, merged over sentences and articles.",
    key=("event_id",),
    replaced_by="whole",
    is_logged=True,
    columns=(
        required("event_id", "text", "Id of the event; it stays when new mentions join."),
        required("event_type", "text", "PLOVER event type.", values=EVENT_TYPES),
        Column("event_mode", "text", "PLOVER mode of the event type."),
        Column("cameo_code", "text", "CAMEO code, as text with its leading zeros."),
        Column("acled_event_type", "text", "ACLED event type.", values=ACLED_EVENT_TYPES),
        Column("acled_sub_event_type", "text", "ACLED sub-event type."),
        Column(
            "ucdp_type_of_violence",
            "integer",
            "UCDP: 1 state-based, 2 non-state, 3 one-sided; null where contested, or where the sides are not known.",
            low=1,
            high=3,
        ),
        Column("title", "text", "A short title made of the fields."),
        Column("date_start", "date", "First day of the event, or of the days it may have happened on."),
        Column("date_end", "date", "Last day, inclusive."),
        Column("date_precision", "text", "How exactly the day is known.", values=DATE_PRECISIONS),
        Column("ucdp_date_prec", "integer", "UCDP date precision: 1 exact day to 5 a year.", low=1, high=5),
        Column("place_id", "text", "Where, as a row of places."),
        Column("place_name", "text", "Name of the place."),
        Column("admin1_name", "text", "Name of the first-order administrative area."),
        Column("geonames_id", "integer", "GeoNames id of the place."),
        Column("country_iso3", "text", "Country.", unit="ISO 3166-1 alpha-3"),
        Column("country_iso_numeric", "integer", "Country.", unit="ISO 3166-1 numeric", low=1, high=999),
        Column("country_gwno", "integer", "Country.", unit="Gleditsch and Ward number"),
        Column("country_cow", "integer", "Country.", unit="Correlates of War number"),
        Column("latitude", "number", "Latitude of the place.", unit="degrees, WGS84", low=-90, high=90),
        Column("longitude", "number", "Longitude of the place.", unit="degrees, WGS84", low=-180, high=180),
        Column("place_precision", "text", "How exactly the place is known.", values=PLACE_PRECISIONS),
        Column("ucdp_where_prec", "integer", "UCDP place precision: 1 exact to 7 international waters or airspace.", low=1, high=7),
        Column("acled_geo_precision", "integer", "ACLED place precision: 1 town, 2 part of region, 3 region.", low=1, high=3),
        Column("priogrid_gid", "integer", "PRIO-GRID cell of the coordinates.", low=1, high=259200),
        required("source_actor_ids", "texts", "Who did it, most mentioned first; empty where unknown."),
        required("target_actor_ids", "texts", "To whom, most mentioned first; empty where unknown."),
        required("status", "text", "How the sources stand to the event.", values=EVENT_STATUSES),
        required("article_count", "integer", "Articles that mention it.", "articles", low=0),
        required("publisher_count", "integer", "Publishers that mention it.", "publishers", low=0),
        required("independent_count", "integer", "Publishers less syndicated and near-duplicate copies.", "publishers", low=0),
        Column("first_published_at", "time", "When the earliest article on it was published.", unit="UTC"),
        Column("last_published_at", "time", "When the latest article on it was published.", unit="UTC"),
        *toll("killed"),
        *toll("injured"),
        Column("confidence", "number", "How well the event is supported, from 0 to 1.", unit="share", low=0, high=1),
        *stamps(),
    ),
)

EVENT_ACTORS = Table(
    name="event_actors",
    grain="One row per event, actor and role.",
    key=("event_id", "actor_id", "role"),
    replaced_by="whole",
    columns=(
        required("event_id", "text", "The event."),
        required("actor_id", "text", "The actor."),
        required("role", "text", "What the actor is to the event.", values=ACTOR_ROLES),
        required("mention_count", "integer", "Mentions of the event that give the actor this role.", "mentions", low=0),
    ),
)

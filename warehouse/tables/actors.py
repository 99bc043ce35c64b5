"""Actors and places, and where each is mentioned; dates likewise."""

from __future__ import annotations

from warehouse.codes import ACTOR_KINDS, DATE_ANCHORS, DATE_PRECISIONS, PLACE_PRECISIONS
from warehouse.declare import Column, Table, evidence_columns, required

ACTORS = Table(
    name="actors",
    grain="One row per actor, curated or found in a text.",
    key=("actor_id",),
    replaced_by="whole",
    columns=(
        required("actor_id", "text", "A readable slug for curated actors, a hash for found ones."),
        required("name", "text", "The name to show."),
        required("kind", "text", "What sort of actor it is.", values=ACTOR_KINDS),
        Column("country_iso3", "text", "Country it belongs to.", unit="ISO 3166-1 alpha-3"),
        Column("parent_actor_id", "text", "The actor it is a part of, such as Iran for the IRGC."),
        Column("role", "text", "A person's office."),
        Column("cameo_code", "text", "CAMEO actor code."),
        Column("ucdp_actor_id", "integer", "UCDP actor id."),
        Column("gwno", "integer", "State number of a state.", unit="Gleditsch and Ward number"),
        Column("cow", "integer", "State number of a state.", unit="Correlates of War number", is_optional=True),
        Column("iso_numeric", "integer", "Country code of a state or territory.", unit="ISO 3166-1 numeric", is_optional=True),
        Column("acled_name", "text", "Name in ACLED."),
        Column("wikidata_qid", "text", "Wikidata item."),
        required("aliases", "texts", "Other names, sorted."),
        required("is_curated", "boolean", "Whether it is a row of seeds/actors.csv."),
        required("mention_count", "integer", "Mentions in current articles.", "mentions", low=0),
        Column("first_seen", "time", "Publication of the earliest article that mentions it.", unit="UTC"),
        Column("last_seen", "time", "Publication of the latest article that mentions it.", unit="UTC"),
    ),
)

ACTOR_MENTIONS = Table(
    name="actor_mentions",
    grain="One row per mention of an actor in an article's text.",
    key=("article_id", "version", "span_start", "span_end"),
    replaced_by="article",
    columns=(
        *evidence_columns("the mention as written"),
        Column("actor_id", "text", "The actor, null where unresolved."),
        Column("is_pronoun", "boolean", "Whether the mention is a pronoun.", is_optional=True),
    ),
)

PLACES = Table(
    name="places",
    grain="One row per place of the gazetteer that is in use.",
    key=("place_id",),
    replaced_by="whole",
    columns=(
        required("place_id", "text", "Id of the place."),
        required("name", "text", "Name of the place."),
        Column("admin1_name", "text", "Name of its first-order administrative area."),
        Column("country_iso3", "text", "Its country.", unit="ISO 3166-1 alpha-3"),
        Column("latitude", "number", "Latitude.", unit="degrees, WGS84", low=-90, high=90),
        Column("longitude", "number", "Longitude.", unit="degrees, WGS84", low=-180, high=180),
        Column("geonames_id", "integer", "GeoNames id."),
        Column("feature", "text", "GeoNames feature code, or another kind of place."),
        Column("precision", "text", "How exact a place it is.", values=PLACE_PRECISIONS, is_optional=True),
    ),
)

PLACE_MENTIONS = Table(
    name="place_mentions",
    grain="One row per mention of a place, country adjectives included, in an article's text.",
    key=("article_id", "version", "span_start", "span_end"),
    replaced_by="article",
    columns=(
        *evidence_columns("the mention as written"),
        Column("place_id", "text", "The place, null where unresolved."),
        Column("geonames_id", "integer", "GeoNames id of the place."),
        Column("latitude", "number", "Latitude.", unit="degrees, WGS84", low=-90, high=90),
        Column("longitude", "number", "Longitude.", unit="degrees, WGS84", low=-180, high=180),
        Column("country_iso3", "text", "Country of the place.", unit="ISO 3166-1 alpha-3"),
        required("is_demonym", "boolean", "Whether the mention is a country adjective; such a mention is never alone an event's place."),
    ),
)

DATE_MENTIONS = Table(
    name="date_mentions",
    grain="One row per date expression in an article's text.",
    key=("article_id", "version", "span_start", "span_end"),
    replaced_by="article",
    columns=(
        *evidence_columns("the mention as written"),
        Column("date_start", "date", "First day, null where the expression could not be anchored."),
        Column("date_end", "date", "Last day, inclusive."),
        Column("date_precision", "text", "How exactly the day is known.", values=DATE_PRECISIONS),
        required("anchor", "text", "What the expression was counted from.", values=DATE_ANCHORS),
    ),
)

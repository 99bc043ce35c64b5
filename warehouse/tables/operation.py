"""Other datasets' events, the links to them, and the runs."""

from __future__ import annotations

from warehouse.codes import DATASETS
from warehouse.declare import Column, Table, required, stamps

# ACLED's terms of use forbid passing its rows on: they stay in the store of the person who loaded them.
ROWS_OF_ACLED = "dataset = 'acled'"

EXTERNAL_EVENTS = Table(
    name="external_events",
    grain="One row per event of another dataset that a user loaded; rows of ACLED are never published.",
    key=("dataset", "external_id"),
    replaced_by="key",
    unpublished_where=ROWS_OF_ACLED,
    columns=(
        required("dataset", "text", "The dataset.", values=DATASETS),
        required("external_id", "text", "The row's id in its dataset."),
        Column("event_type", "text", "The dataset's own code of the type."),
        Column("date_start", "date", "First day."),
        Column("date_end", "date", "Last day, inclusive."),
        Column("date_days", "integer", "Days that the date may be off by the dataset's own precision.", unit="days", low=0),
        Column("place_name", "text", "Name of the place."),
        Column("country_iso3", "text", "Country.", unit="ISO 3166-1 alpha-3"),
        Column("country_gwno", "integer", "Country.", unit="Gleditsch and Ward number"),
        Column("latitude", "number", "Latitude.", unit="degrees, WGS84", low=-90, high=90),
        Column("longitude", "number", "Longitude.", unit="degrees, WGS84", low=-180, high=180),
        Column("place_km", "number", "Kilometres that the place may be off by the dataset's own precision.", unit="kilometres", low=0),
        Column("source_name", "text", "First side, as the dataset names it."),
        Column("source_code", "text", "First side's id or code in the dataset."),
        Column("source_actor_id", "text", "First side, through the crosswalk."),
        Column("source_country_iso3", "text", "The state of which the first side is an organ.", unit="ISO 3166-1 alpha-3"),
        Column("target_name", "text", "Second side, as the dataset names it."),
        Column("target_code", "text", "Second side's id or code in the dataset."),
        Column("target_actor_id", "text", "Second side, through the crosswalk."),
        Column("target_country_iso3", "text", "The state of which the second side is an organ.", unit="ISO 3166-1 alpha-3"),
        Column("deaths_low", "integer", "Lowest number of deaths.", unit="persons", low=0),
        Column("deaths_best", "integer", "Best number of deaths.", unit="persons", low=0),
        Column("deaths_high", "integer", "Highest number of deaths.", unit="persons", low=0),
        required("original", "json", "The row as it was, all its columns, as JSON."),
        *stamps(),
    ),
)

PARTS_OF_A_LINK = (
    ("day", "What the days say for one event: how often two reports of one event are so many days apart, to five days at random"),
    ("place", "What the places say: how near the two lie, to how many events lie as near within five days by chance"),
    ("type", "What the types say: how well they fit, to how well the row's type fits the events on average"),
    ("actor", "What the sides say: how well they agree, to how common the sides are among the country's events"),
    ("toll", "What the numbers killed say: how near they are, to how common the row's number is"),
)

EVENT_LINKS = Table(
    name="event_links",
    grain="One row per candidate match of an event with another dataset's event; never a forced one-to-one.",
    key=("dataset", "external_id", "event_id"),
    replaced_by="whole",
    unpublished_where=ROWS_OF_ACLED,
    columns=(
        required("event_id", "text", "The event."),
        required("dataset", "text", "The dataset.", values=DATASETS),
        required("external_id", "text", "The row's id in its dataset."),
        Column(
            "score",
            "number",
            "Chance that the two are one event: the bits of its parts and of the prior as odds, less what their other candidates claim.",
            nullable=False,
            unit="share",
            low=0,
            high=1,
        ),
        Column("day_gap", "integer", "Days between the two, 0 where they overlap.", unit="days", low=0),
        Column("distance_km", "number", "Kilometres between the two.", unit="kilometres", low=0),
        Column(
            "type_score",
            "number",
            "How well the types fit, from seeds/link_types.csv; null for a type that it does not name.",
            unit="share",
            low=0,
            high=1,
        ),
        Column(
            "actor_score", "number", "How well the sides that the crosswalk knows are found among the event's.", unit="share", low=0, high=1
        ),
        Column("toll_score", "number", "How well the numbers killed agree.", unit="share", low=0, high=1),
        *(Column(f"{part}_bits", "number", f"{says}; null where unknown.", unit="bits") for part, says in PARTS_OF_A_LINK),
        Column("evidence_bits", "number", "Sum of the bits of the parts: 0 leaves the odds as they were, 1 doubles them.", unit="bits"),
        Column(
            "prior_bits",
            "number",
            "What held for any pair of the dataset: how many events have a row, how many rows no event.",
            unit="bits",
        ),
        required("is_best", "boolean", "Whether neither the event nor the other has a candidate that scores higher."),
        *stamps(),
    ),
)

RUNS = Table(
    name="runs",
    grain="One row per run that changed or confirmed the warehouse.",
    key=("run_id",),
    replaced_by="key",
    columns=(
        required("run_id", "text", "Id of the run."),
        required("recorded_at", "time", "The clock value stamped on the rows that the run recorded.", "UTC"),
        Column(
            "finished_at",
            "time",
            "When a run that read articles loaded them; null where the clock was fixed.",
            unit="UTC",
            is_optional=True,
        ),
        required("casus_version", "text", "Version of Casus."),
        Column("pipeline_version", "text", "Version of code and seeds that read the articles.", is_optional=True),
        Column("inputs", "texts", "The inputs as given.", is_optional=True),
        Column("article_count", "integer", "Articles read.", unit="articles", low=0, is_optional=True),
        Column(
            "new_article_count", "integer", "Articles, or versions of them, not known before.", unit="articles", low=0, is_optional=True
        ),
        Column("reject_count", "integer", "Records and values set aside.", unit="rows", low=0, is_optional=True),
        Column("row_counts", "json", "Rows of each table after the run, as JSON.", is_optional=True),
        Column("stage_seconds", "json", "Seconds spent in each stage before loading, as JSON.", unit="seconds", is_optional=True),
    ),
)

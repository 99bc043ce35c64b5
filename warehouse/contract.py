"""Every table that Casus writes, declared once: the DDL, Arrow schemas, `datapackage.json` and the dictionary are rendered from here.

`TABLES` maps a name to its declaration, in the order of the dictionary. Tables whose rows can leave or change have a
history beside them, `<name>_log`: a row there stood from `recorded_at` until `superseded_at`.
"""

from __future__ import annotations

from warehouse.changes import TOUCHED
from warehouse.declare import Column, Table, required
from warehouse.tables.actors import ACTOR_MENTIONS, ACTORS, DATE_MENTIONS, PLACE_MENTIONS, PLACES
from warehouse.tables.articles import ANNOTATIONS, ARTICLES, REJECTS
from warehouse.tables.claims import CASUALTIES, QUOTES
from warehouse.tables.events import EVENT_ACTORS, EVENT_MENTIONS, EVENTS
from warehouse.tables.operation import EVENT_LINKS, EXTERNAL_EVENTS, RUNS
from warehouse.tables.upkeep import (
    ARTICLE_BANDS,
    ARTICLE_KEYS,
    ARTICLE_MARKS,
    HIDDEN_COLUMNS,
    LINKED_DATASETS,
    MENTION_TIES,
    NAME_COUNTS,
    PERSON_KEYS,
    UNITED_ACTORS,
)

# Raised by one whenever a table's columns change; `warehouse/migrations/README.md` says what else that takes.
SCHEMA_VERSION = 7

CURRENT_TABLES: tuple[Table, ...] = (
    ARTICLES, EVENT_MENTIONS, EVENTS, EVENT_ACTORS, ACTORS, CASUALTIES, QUOTES, ACTOR_MENTIONS, PLACE_MENTIONS, DATE_MENTIONS,
    PLACES, EXTERNAL_EVENTS, EVENT_LINKS, REJECTS, RUNS, ANNOTATIONS,
)  # fmt: skip

# What only the next run reads; see `warehouse/tables/upkeep.py`.
UPKEEP_TABLES: tuple[Table, ...] = (
    ARTICLE_MARKS, ARTICLE_KEYS, NAME_COUNTS, ARTICLE_BANDS, MENTION_TIES, HIDDEN_COLUMNS, UNITED_ACTORS, PERSON_KEYS,
    LINKED_DATASETS,
)  # fmt: skip


def log_of(table: Table) -> Table:
    """Return the history of a table: its rows as they stood before they changed or left."""
    return Table(
        name=f"{table.name}_log",
        grain=f"One row per row of {table.name} that was changed or left, as it stood from recorded_at until superseded_at.",
        key=(*table.key, "recorded_at", "superseded_at"),
        replaced_by="log",
        # The logs of events and claims answer how figures stood; the others are kept for tracing and for the history of tolls.
        is_published=table.name in ("events", "casualties"),
        columns=(
            *(column for column in table.columns if column.name not in table.unlogged),
            required("superseded_at", "time", "When the row was changed or left.", "UTC"),
            required("superseded_by_run_id", "text", "The run that changed it or let it go."),
            Column("change", "text", "Whether a new row has its place.", nullable=False, values=("changed", "removed")),
        ),
    )


TABLES: dict[str, Table] = {
    table.name: table
    for table in (*CURRENT_TABLES, *(log_of(table) for table in CURRENT_TABLES if table.is_logged), TOUCHED, *UPKEEP_TABLES)
}

PUBLISHED_TABLES: tuple[Table, ...] = tuple(table for table in TABLES.values() if table.is_published)

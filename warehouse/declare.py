"""What a column and a table of the contract are: the words in which `warehouse/tables/` declares each of them once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LogicalType = Literal["text", "integer", "number", "boolean", "date", "time", "texts", "json"]

# Columns that the store fills, from the row of `runs`: they depend on the clock, so they never decide whether a row changed.
STAMPS = ("recorded_at", "run_id")
CLOCK_COLUMNS = (*STAMPS, "fetched_at")


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `values` lists the codes it may hold, `low` and `high` bound it, both inclusive.

    `is_optional`: rows handed to the store may leave the column out, and it is null then."""

    name: str
    type: LogicalType
    description: str
    nullable: bool = True
    unit: str | None = None
    values: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its grain, columns, key (also the order of rows in Parquet) and how the store replaces its rows.

    `replaced_by`: `article`: rows of an article leave when the article is loaded again; `whole`: the resolver hands over every
    row; `key`: rows are added or replaced one by one, and never leave. `is_logged`: rows that leave or change are kept
    in `<name>_log`, but for the columns `unlogged`. `is_published`: written to Parquet; `unpublished_where`: SQL condition of rows
    that never leave the store."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    replaced_by: Literal["article", "whole", "key", "log"]
    is_logged: bool = False
    unlogged: tuple[str, ...] = ()
    is_published: bool = True
    unpublished_where: str | None = None

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column of that name; KeyError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")


def required(
    name: str, type: LogicalType, description: str, unit: str | None = None, values: tuple[str, ...] = (), low: float | None = None
) -> Column:
    """Return a column that is never null."""
    return Column(name, type, description, nullable=False, unit=unit, values=values, low=low)


def stamps() -> tuple[Column, Column]:
    """Return `recorded_at` and `run_id`, which the store fills when a row is new or changed."""
    return (
        Column("recorded_at", "time", "When this row, as it stands, was recorded.", nullable=False, unit="UTC"),
        Column("run_id", "text", "The run that recorded this row as it stands.", nullable=False),
    )


def evidence_columns(what: str) -> tuple[Column, ...]:
    """Return the columns that lead a value back to its words; `what` says what the span covers."""
    return (
        required("article_id", "text", "The article it was read from."),
        required("version", "integer", "The version of the article it was read from.", low=1),
        required("span_start", "integer", f"Offset of the first character of {what} in articles.text.", "characters", low=0),
        required("span_end", "integer", f"Offset after the last character of {what} in articles.text.", "characters", low=0),
        required("evidence", "text", f"The characters of articles.text from span_start to span_end: {what}."),
    )

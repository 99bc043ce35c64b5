"""Link a user's file of another dataset: its rows whole, and scored candidates among the events, loaded as one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from warehouse.conform import conform
from warehouse.connect import connected
from warehouse.declare import STAMPS
from warehouse.link.read import LinkFileError, read_external
from warehouse.link.score import PRESETS, score_links, with_actors
from warehouse.queries import SQL, read_query
from warehouse.render import quoted
from warehouse.store import Store, open_store


@dataclass(frozen=True, slots=True)
class LinkResult:
    """What linking a file did: rows read, loaded and set aside (they stand in `rejects`), and links with the events they lead to."""

    dataset: str
    rows_read: int
    rows_loaded: int
    rows_set_aside: int
    links: int
    linked_events: int


def link_file(
    directory: Path | str,
    file: Path | str,
    dataset: str,
    run: Mapping[str, Any],
    mapping: Path | str | None = None,
    preset: str = "default",
    wait_seconds: float = 60.0,
) -> LinkResult:
    """Load a file of a dataset into `external_events` and its candidates into `event_links`, all or nothing.

    `dataset`: ucdp-ged, acled, gdelt, polecat, or generic with a `mapping` CSV (`column,from`). `run`: as for `Store.load`; it
    holds the clock value. Rows loaded before stay, those with the same id are replaced, and all links of the dataset are
    made anew. Raises LinkFileError for a file that is not what the dataset publishes or an unknown preset, and whatever
    `open_store` and `load` raise."""
    _check_preset(preset)
    read = read_external(Path(file), dataset, None if mapping is None else Path(mapping))
    with open_store(directory, wait_seconds) as store:
        tables = _linked(store, dataset, read.events, preset, wait_seconds)
        linked = {"linked_datasets": [_linked_as_of(run, dataset, preset)]}
        store.load(tables | linked | {"rejects": read.rejects}, run, looked_at={"event_links": [dataset]})
    links = tables["event_links"]
    return LinkResult(dataset, read.row_count, read.events.num_rows, len(read.rejects), links.num_rows, len(links["event_id"].unique()))


def relink(store: Store, run: Mapping[str, Any], wait_seconds: float = 60.0) -> int:
    """Make the links of every dataset anew, as it was linked, of which a row may meet an event that changed since; return how many these
    are.

    Other datasets keep their links, and with them the chances that were reckoned from the events there were then."""
    none = conform([], "external_events").drop_columns(list(STAMPS))
    presets = _to_link_again(store, wait_seconds)
    linked = [_linked(store, dataset, none, preset, wait_seconds) for dataset, preset in presets.items()]
    if linked:
        tables: dict[str, Any] = {name: pa.concat_tables([tables[name] for tables in linked]) for name in linked[0]}
        tables["linked_datasets"] = [_linked_as_of(run, dataset, preset) for dataset, preset in presets.items()]
        store.load(tables, run, looked_at={"event_links": presets})
    return sum(tables["event_links"].num_rows for tables in linked)


def _linked_as_of(run: Mapping[str, Any], dataset: str, preset: str) -> dict[str, Any]:
    return {"dataset": dataset, "preset": preset, "linked_at": run["recorded_at"]}


def _to_link_again(store: Store, wait_seconds: float) -> dict[str, str]:
    """Return the datasets of which a row may meet an event that changed since they were linked, each with its preset."""
    days = max(window.days for window in PRESETS.values())
    with connected(store.directory, read_only=True, wait_seconds=wait_seconds) as connection:
        statement = read_query(SQL / "links" / "datasets_to_link.sql").statement
        return dict(connection.execute(statement, {"days": days}).fetchall())


def _check_preset(preset: str) -> None:
    if preset not in PRESETS:
        raise LinkFileError(f"there is no preset {preset}; take one of {', '.join(PRESETS)}")


def _linked(store: Store, dataset: str, new: pa.Table, preset: str, wait_seconds: float) -> dict[str, pa.Table]:
    """Return every external event of the dataset, those of `new` in place of older ones, with the actors found, and their links."""
    with connected(store.directory, read_only=True, wait_seconds=wait_seconds) as connection:
        connection.register("new_rows", new)
        known = "select * exclude (recorded_at, run_id) from external_events"
        connection.execute(
            f"create temp table loading as from new_rows union all by name from ({known} where dataset = {quoted(dataset)} "
            "and external_id not in (select external_id from new_rows))"
        )
        links = score_links(connection, PRESETS[preset])
        return {"external_events": with_actors(connection), "event_links": links}

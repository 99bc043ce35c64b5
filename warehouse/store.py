"""The store: one DuckDB file in a warehouse, changed by one loader at a time, each run in one transaction.

    with open_store(directory, wait_seconds=60) as store:          # takes the loader's lock; creates an empty store where there is none
        known = store.known_articles()                              # Arrow: what need not be read again
        annotations = store.read_table("annotations")               # Arrow: any table of the contract, in the order of its key
        store.load(tables, run)                                     # all or nothing
        publish(store)                                              # warehouse.publish: Parquet, by one atomic switch

`tables` maps names of the contract to rows (Arrow, DataFrame, or mappings; `conform` checks them). Columns `recorded_at` and
`run_id` are filled from `run`, and only where a row is new or differs: loading the same rows again changes nothing.
`rejects` need no `reject_id`. Tables that are not in `tables` stay as they are. Which rows leave:

- articles: none; a row of the same (article_id, version) is replaced, and older versions become `is_current = false`.
- event_mentions, casualties, quotes, actor_mentions, place_mentions, date_mentions, annotations, rejects: for every article in
  `tables["articles"]` and every article_id in the table's own rows, what is not handed over leaves. So rows of an older version
  leave the current tables when a new version comes (`event_mentions`, `casualties` and `quotes` go to their `_log`).
- events, event_actors, actors, places, event_links: handed over whole, and what is not handed over leaves; or, with
  `looked_at={"events": ids}`, only rows whose first key column is among `ids` are replaced, the rest stays (of `event_links` the first key
  column is the dataset). Links of events that left leave too.
- external_events, runs: added or replaced by key, none leaves.
- `changed`: rows of `articles` or `casualties` that take the place of those with their key, while all other rows of their articles stay.

`run` is the row of `runs`: `run_id`, `recorded_at` (the clock value of the run, a datetime with time zone) and `casus_version`
are needed. Nothing here reads the clock. The DuckDB file is open only during each call, so that people may read between them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.checks import run_checks
from warehouse.conform import conform
from warehouse.connect import DATABASE, OF_A_RUN, StoreError, connected, transaction
from warehouse.contract import CURRENT_TABLES, TABLES, UPKEEP_TABLES
from warehouse.lock import LoaderLock
from warehouse.migrate import SchemaError
from warehouse.partial_checks import check_loaded
from warehouse.rejects import with_reject_ids
from warehouse.replace import begin_replacing, put_in_place, replace_rows, tidy
from warehouse.schema import ensure_schema

KNOWN_COLUMNS = ("article_id", "version", "is_current", "external_id", "url", "text_sha256", "raw_sha256", "raw_uri", "pipeline_version")


class Store:
    """A warehouse that this process may change, from `open_store` to `close`."""

    def __init__(self, directory: Path, lock: LoaderLock, wait_seconds: float) -> None:
        self.directory = directory
        self._lock = lock
        self._wait_seconds = wait_seconds

    def known_articles(self) -> pa.Table:
        """Return every version of every article: its ids, hashes and the `pipeline_version` that read it, in the order of the key."""
        return self.read_table("articles", KNOWN_COLUMNS)

    def read_table(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """Return a table (or the given columns of it) in the order of its key; KeyError for a name that is not of the contract."""
        table = TABLES[name]
        chosen = ", ".join(columns or table.column_names)
        with connected(self.directory, read_only=True, wait_seconds=self._wait_seconds) as connection:
            found = connection.sql(f"select {chosen} from {name} order by {', '.join(table.key)}").to_arrow_table()
        return found if columns else conform(found, name)

    def load(
        self,
        tables: Mapping[str, Any],
        run: Mapping[str, Any],
        looked_at: Mapping[str, Iterable[str]] | None = None,
        checked: bool = True,
        changed: Mapping[str, Any] | None = None,
        is_whole: bool = True,
    ) -> dict[str, int]:
        """Load a run in one transaction, after `sql/checks` found no fault, and return the rows of each table after it.

        `is_whole=False`: the checks run over what was loaded and what that refers to, not over the whole warehouse.

        Raises ContractError for rows that do not fit, ChecksFailedError with the faulty rows, StoreError when the file cannot be
        written; the store is then as it was before."""
        ready = {name: self._conformed(name, rows) for name, rows in tables.items()}
        corrected = {name: self._conformed(name, rows) for name, rows in (changed or {}).items()}
        run = {column.name: None for column in TABLES["runs"].columns} | dict(run)
        conform([run], "runs")
        with connected(self.directory, wait_seconds=self._wait_seconds, config=None if is_whole else OF_A_RUN) as connection:
            try:
                with transaction(connection):
                    ensure_schema(connection)
                    ends = begin_replacing(connection, ready.get("articles"))
                    for table in (*CURRENT_TABLES, *UPKEEP_TABLES):
                        if table.name in ready:
                            ids = (looked_at or {}).get(table.name)
                            scope = None if ids is None else pa.array(sorted(ids), pa.string())
                            replace_rows(connection, table, ready[table.name], run, scope)
                        if table.name in corrected:
                            put_in_place(connection, table, corrected[table.name], run)
                    tidy(connection, run)
                    counts = row_counts(connection)
                    run["row_counts"] = json.dumps(counts, sort_keys=True)
                    replace_rows(connection, TABLES["runs"], conform([run], "runs"), run)
                    if checked and is_whole:
                        run_checks(connection)
                    elif checked:
                        of_articles = [rows["articles"] for rows in (ready, corrected) if "articles" in rows]
                        check_loaded(connection, of_articles, looked_at or {}, run["run_id"], ends)
                kept = connection.execute("select count(*) from runs where run_id = ?", [run["run_id"]]).fetchall()
            except duckdb.Error as error:
                raise StoreError(f"the run could not be loaded, and nothing of it was kept: {error}") from error
        if kept != [(1,)]:
            raise StoreError(f"run {run['run_id']} was committed but is not there; look at the disk, then run again")
        return counts

    def close(self) -> None:
        """Let other loaders in."""
        self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @staticmethod
    def _conformed(name: str, rows: Any) -> pa.Table:
        if name not in TABLES or TABLES[name].replaced_by == "log" or name == "runs":
            raise KeyError(f"{name} is no table to load")
        return conform(with_reject_ids(rows) if name == "rejects" else rows, name, stamped=False)


def open_store(directory: Path | str, wait_seconds: float = 60.0) -> Store:
    """Return the store of a warehouse, made where there is none, with the loader's lock held until `close`; an older store is migrated.

    Raises WarehouseBusyError, naming the holder, when another loader or reader is there for longer than `wait_seconds`,
    and StoreError when the folder cannot be written or the store belongs to another version of Casus."""
    folder = Path(directory)
    lock = LoaderLock(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(wait_seconds)
    except OSError as error:
        raise StoreError(f"cannot write to {folder}: {error.strerror or error}; choose another --warehouse") from error
    try:
        with connected(folder, wait_seconds=wait_seconds) as connection, transaction(connection):
            ensure_schema(connection)
    except BaseException as error:
        lock.release()
        if isinstance(error, SchemaError):
            raise StoreError(f"{folder / DATABASE} cannot be used: {error}") from error
        raise
    return Store(folder, lock, wait_seconds)


def row_counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return the number of rows of each table but `runs` and those that only the next run reads."""
    counted = TABLES.keys() - {"runs"} - {table.name for table in UPKEEP_TABLES}
    counts = " union all ".join(f"select '{name}' as name, count(*) as rows from {name}" for name in sorted(counted))
    return {name: int(rows) for name, rows in connection.execute(counts).fetchall()}

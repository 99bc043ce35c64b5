"""The store: one DuckDB file in a warehouse, changed by one loader at a time, each run in one transaction.

    with open_store(directory, wait_seconds=60) as store:          # takes the loader's lock; creates an empty store where there is none
        known = store.known_articles()                              # Arrow: what need not be read again
        annotations = store.read_table("annotations")               # Arrow: any table of the contract, in the order of its key
        store.load(tables, run)                                     # all or nothing
        with store.loading(lambda: run) as loader:                  # the same by hand: loader.around(ids), loader.add(tables)
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

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.around import looking_around
from warehouse.connect import DATABASE, OF_A_ROUND, OF_A_RUN, StoreError, connected, transaction
from warehouse.loader import Loader, Run, table_of
from warehouse.lock import LoaderLock
from warehouse.migrate import SchemaError
from warehouse.schema import ensure_schema

KNOWN_COLUMNS = ("article_id", "version", "is_current", "external_id", "url", "text_sha256", "raw_sha256", "raw_uri", "pipeline_version")

# Where a long run loads into a copy.
APART = ".loading"


class Store:
    """A warehouse that this process may change, from `open_store` to `close`."""

    def __init__(self, directory: Path, lock: LoaderLock, wait_seconds: float, is_apart: bool = False) -> None:
        self.directory = directory
        self._is_apart = is_apart
        self._lock = lock
        self._wait_seconds = wait_seconds

    def known_articles(self) -> pa.Table:
        """Return every version of every article: its ids, hashes and the `pipeline_version` that read it, in the order of the key."""
        return self.read_table("articles", KNOWN_COLUMNS)

    def has_marks(self) -> bool:
        """Return whether a run can find what its articles touch: every current article was marked by the run that loaded it."""
        with looking_around(self.directory, (), self._wait_seconds) as asked:
            return asked.has_marks()

    def read_table(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """Return a table (or the given columns of it) in the order of its key; KeyError for a name that is not of the contract."""
        with connected(self.directory, read_only=True, wait_seconds=self._wait_seconds) as connection:
            return table_of(connection, name, columns)

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
        with self.loading(lambda: run, is_whole, checked) as loader:
            loader.add(dict(tables), looked_at, dict(changed or {}))
        return loader.counts

    @contextmanager
    def loading(self, run: Run, is_whole: bool = False, checked: bool = True) -> Iterator[Loader]:
        """Yield what a run asks the store and adds to it; all is checked and kept at the end, or nothing.

        `run` says the row of `runs`, at the beginning (its stamps) and once more at the end (its counts). Errors are those of `load`."""
        config = None if is_whole else OF_A_ROUND if self._is_apart else OF_A_RUN
        with connected(self.directory, wait_seconds=self._wait_seconds, config=config) as connection:
            try:
                with transaction(connection):
                    ensure_schema(connection)
                    loader = Loader(connection, run, is_whole)
                    yield loader
                    loader.finish(checked)
                run_id = run()["run_id"]
                kept = connection.execute("select count(*) from runs where run_id = ?", [run_id]).fetchall()
            except duckdb.Error as error:
                raise StoreError(f"the run could not be loaded, and nothing of it was kept: {error}") from error
        if kept != [(1,)]:
            raise StoreError(f"run {run_id} was committed but is not there; look at the disk, then run again")

    @contextmanager
    def apart(self) -> Iterator[Store]:
        """Yield a copy of the store, for a run of many loads: it takes the store's place at the end; after an error all is as it was.

        One transaction of all would hold in memory what it adds. Meanwhile people read the store as it was. Raises StoreError when there is
        no room for a copy."""
        folder = self.directory / APART
        remove(folder)
        try:
            try:
                folder.mkdir()
                shutil.copyfile(self.directory / DATABASE, folder / DATABASE)
            except OSError as error:
                raise StoreError(f"a long run loads into a copy of the store, which cannot be made in {folder}: {error}") from error
            yield Store(folder, self._lock, self._wait_seconds, is_apart=True)
            if (folder / f"{DATABASE}.wal").exists():
                raise StoreError(f"{folder / DATABASE} was not closed; run again")
            (folder / DATABASE).replace(self.directory / DATABASE)
        finally:
            remove(folder)

    def close(self) -> None:
        """Let other loaders in."""
        self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, where it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def open_store(directory: Path | str, wait_seconds: float = 60.0) -> Store:
    """Return the store of a warehouse, made where there is none, with the loader's lock held until `close`; an older store is migrated.

    Raises WarehouseBusyError, naming the holder, when another loader or reader is there for longer than `wait_seconds`,
    and StoreError when the folder cannot be written or the store belongs to another version of Casus."""
    folder = Path(directory)
    lock = LoaderLock(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(wait_seconds)
        remove(folder / APART)  # of a run that was killed
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

"""What the commands do. Heavy imports wait until they are needed: help and mistakes answer at once."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any
from urllib.parse import unquote

from flows.errors import CasusError, UsageError
from flows.garbage import uncollected

# What a dry run shows of each input's rejects.
SHOWN_EXAMPLES = 5


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Runner(StrEnum):
    """Where articles are read."""

    PROCESS = "process"
    DASK = "dask"


class Dataset(StrEnum):
    """Datasets that can be linked."""

    UCDP_GED = "ucdp-ged"
    ACLED = "acled"
    GDELT = "gdelt"
    POLECAT = "polecat"
    GENERIC = "generic"


def check_run(inputs: list[str], published: str | None, rebuild: bool) -> None:
    """Raise `UsageError` for what is wrong with the options of a run, before anything heavy is loaded."""
    if bool(inputs) == rebuild:
        raise UsageError(
            "--rebuild reads what the warehouse has kept; give it no INPUT"
            if rebuild
            else "nothing to read: name files, folders, addresses, or - for JSONL on standard input\n  Example: casus run articles/"
        )
    if published is not None:
        try:
            date.fromisoformat(published)
        except ValueError:
            raise UsageError(f"--published {published!r} is no day; write it as 2024-01-18") from None
    from flows.clock import read_clock
    from flows.ingest.read import check_inputs

    read_clock()
    check_inputs(inputs)


def reading_options(workers: int, runner: Runner | None, dask: str | None, staging: str | None, time_limit: float) -> dict[str, Any]:
    """Return the parameters of the flow that say where and for how long articles are read; `UsageError` for what does not fit."""
    from flows.pool import dask_address

    address = dask_address(runner, dask)
    where = {"runner": "dask", "dask": address} if address else {"runner": "process", "dask": None}
    return {"workers": workers, "staging": staging, "time_limit": time_limit} | where


def run(inputs: list[str], warehouse: Path, options: dict[str, Any], quiet: bool, as_json: bool) -> None:
    """Run the flow and show its summary."""
    check_writable(warehouse)
    from flows.prefect_api import prepare

    with uncollected():  # modules are for good: looking among them for garbage takes a tenth of the start
        from flows.readers import start_early
        from flows.reading import ANNOTATING, NORMALIZING

        start_early(NORMALIZING, *([] if options["dask"] else [ANNOTATING]))  # the parser loads while Prefect starts
        api = prepare()
        from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

        from flows.run import run_flow
        from flows.show.summary import show

    if api is not None:
        import pandas  # noqa: F401 - DuckDB loads it with the first table that it is handed: sooner, while there is nothing else to do

        api.wait()
    # A server that ends with the run asks for no sign of life; the thread that gives it ends up to a second late.
    with temporary_settings({} if api is None else {PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        summary = run_flow(inputs=inputs, warehouse=str(warehouse), quiet=quiet or as_json, **options)
    if as_json:
        print(json.dumps(summary.as_json(), ensure_ascii=False, indent=1))
    elif not quiet:
        show(summary)


def check_writable(warehouse: Path) -> None:
    """Raise `CasusError` when the warehouse folder cannot be made or written; runs that begin together have a file each."""
    try:
        warehouse.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=warehouse):
            pass
    except OSError as error:
        raise CasusError(f"cannot write to the warehouse {warehouse}: {error.strerror}\n  Choose another with --warehouse DIR") from error


def show_dry_run(inputs: list[str], as_json: bool) -> None:
    """Say how many articles a run would read from each input, and what it would set aside; what is fetched or piped in is named only."""
    from flows.ingest.read import STANDARD_INPUT, is_address, read_documents
    from flows.ingest.records import records_of
    from flows.show.plain import printable
    from transforms.records import Reject

    rows: list[dict[str, Any]] = []
    for given in inputs:
        row: dict[str, Any] = {"input": given, "documents": None, "set_aside": None}
        rows.append(row)
        if given == STANDARD_INPUT or is_address(given):
            continue
        row |= {"documents": 0, "set_aside": 0}
        for item in read_documents([given]):
            for found in [item] if isinstance(item, Reject) else records_of(item):
                row["set_aside" if isinstance(found, Reject) else "documents"] += 1
                if isinstance(found, Reject) and row["set_aside"] <= SHOWN_EXAMPLES:
                    row.setdefault("examples", []).append(f"{found.raw_uri}: {found.reason.replace('_', ' ')} ({found.value})")
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        counts = "read when it runs" if row["documents"] is None else f"articles: {row['documents']}, set aside: {row['set_aside']}"
        print(printable(f"{row['input']}: {counts}"))
        for example in row.get("examples", ()):
            print(printable(f"  - {example}"))


def sql(query: str, warehouse: Path, output: Format) -> None:
    """Print the rows of a query."""
    check_exists(warehouse)
    from warehouse.query import render, run_query

    sys.stdout.write(render(run_query(warehouse, query), output.value))


def export(warehouse: Path, to: str | None, since: str | None = None, is_flat: bool = False) -> None:
    """Publish the tables, or what is new in them, and print where."""
    check_exists(warehouse)
    if to is None and (since is not None or is_flat):
        raise UsageError("--since and --flat write a part or another shape of the tables: name a folder for it with --to")
    after = moment(since)
    from warehouse.publish import publish
    from warehouse.storage import is_remote
    from warehouse.store import open_store

    if to is None:
        with open_store(warehouse):  # no loader publishes at the same time, and an older store is brought up to date
            print(publish(warehouse))
        return
    from warehouse.datapackage import read_datapackage

    if is_remote(to):
        from warehouse.upload import upload

        with TemporaryDirectory(prefix="casus-export-") as scratch:
            folder = publish(warehouse, scratch, since=after, is_flat=is_flat)
            until = read_datapackage(folder)["casus_recorded_until"]
            print(upload(folder, to))
    else:
        folder = publish(warehouse, local_folder(to), since=after, is_flat=is_flat)
        until = read_datapackage(folder)["casus_recorded_until"]
        print(folder)
    if after is not None and until is not None:
        print(f"Next time: --since {until}")


def local_folder(to: str) -> Path:
    """Return the folder that `--to` names, as a path or a `file://` address; raises `UsageError` for another kind of address."""
    scheme, mark, rest = to.partition("://")
    if not mark:
        return Path(to)
    if scheme != "file" or not rest.startswith("/"):
        raise UsageError(f"cannot write to {to}: name a folder, file:///folder, or an object store as s3://bucket/prefix")
    return Path(unquote(rest))


def moment(text: str | None) -> datetime | None:
    """Return the time that an option names, in UTC where it names no zone; raises `UsageError` for what is none."""
    if text is None:
        return None
    try:
        given = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no day or time; write it as 2024-01-18 or 2024-01-18T06:00") from None
    return given if given.tzinfo else given.replace(tzinfo=UTC)


def link(file: Path, dataset: Dataset, warehouse: Path, mapping: Path | None, preset: str) -> None:
    """Load a file of another dataset with its links, publish, and print what was found."""
    check_exists(warehouse)
    from flows.linking import link_dataset
    from warehouse.publish import publish

    result = link_dataset(warehouse, file, dataset.value, mapping, preset)
    publish(warehouse)
    print(f"Read   {result.rows_read} rows of {dataset.value}: {result.rows_loaded} loaded, {result.rows_set_aside} set aside")
    print(f"Linked {result.linked_events} events by {result.links} candidates: casus sql 'from event_links order by score desc'")


def report(warehouse: Path, to: Path | None) -> None:
    """Write the page over the warehouse's events, and print where it is."""
    check_exists(warehouse)
    from flows.report.build import write_report

    file = to or warehouse / "report.html"
    try:
        count = write_report(warehouse, file)
    except OSError as error:
        raise CasusError(f"cannot write the report to {file}: {error.strerror}\n  Choose another file with --to FILE.html") from error
    print(f"Report {file} ({count} event{'' if count == 1 else 's'})")


def check_exists(warehouse: Path) -> None:
    """Raise `UsageError` when there is no warehouse in the folder."""
    if not (warehouse / "casus.duckdb").is_file():
        raise UsageError(f"no warehouse in {warehouse}: `casus run INPUT --warehouse {quote(str(warehouse))}` makes one")

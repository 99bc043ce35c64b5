"""Read a file of another dataset as it was published, check its columns, and make `external_events` of its rows."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.contract import TABLES
from warehouse.link.layouts import DELIMITERS, GENERIC, GENERIC_NEEDED, LAYOUTS
from warehouse.queries import SQL, read_query
from warehouse.render import quoted

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
NULLS = {"polecat": ("", "None")}
LONGEST_VALUE = 500


class LinkFileError(ValueError):
    """A file that is not what its dataset publishes; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class ExternalRows:
    """The rows of a file: those that became external events, and those that were set aside, each with its reason."""

    events: pa.Table
    rejects: list[dict[str, str | None]]
    row_count: int


def read_external(file: Path, dataset: str, mapping: Path | None = None) -> ExternalRows:
    """Return the rows of a file of a dataset as external events, unlinked.

    Raises LinkFileError for an unknown dataset, an unreadable file, columns that are not the dataset's, or a faulty mapping."""
    if dataset not in DELIMITERS:
        raise LinkFileError(f"{dataset} is none of {', '.join(DELIMITERS)}")
    if not file.is_file():
        raise LinkFileError(f"{file} is not a file")
    if (mapping is None) == (dataset == "generic"):
        raise LinkFileError("a generic file needs a mapping file, and only a generic file has one")
    with duckdb.connect() as connection:
        connection.execute("set TimeZone = 'UTC'")
        names, has_header, delimiter = _layout(file, dataset)
        _read_rows(connection, file, dataset, names, has_header, delimiter)
        if mapping is not None:
            _rename(connection, names, _read_mapping(mapping, names))
        _read_countries(connection)
        query = read_query(SQL / "links" / f"{dataset.replace('-', '_')}.sql")
        connection.execute(f"create table external as {query.statement}")
        return _sorted_out(connection, file, dataset)


def _layout(file: Path, dataset: str) -> tuple[tuple[str, ...], bool, str]:
    delimiter = DELIMITERS[dataset]
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            line = lines.readline()
    except UnicodeDecodeError as error:
        raise LinkFileError(f"{file} is not text in UTF-8; unpack or convert it first") from error
    if delimiter == "," and line.count(";") > line.count(","):  # spreadsheets of many countries write semicolons
        delimiter = ";"
    first = tuple(next(csv.reader([line], delimiter=delimiter), []))
    if dataset == "generic":
        return first, True, delimiter
    expected = LAYOUTS[dataset]
    missing = [name for name in expected if name not in first]
    if not missing:
        return first, True, delimiter
    if len(missing) == len(expected) and len(first) == len(expected):
        return expected, False, delimiter
    if len(missing) == len(expected):
        raise LinkFileError(f"{file} has {len(first)} columns, {dataset} has {len(expected)}; is it the whole file as published?")
    raise LinkFileError(f"{file} lacks the columns {', '.join(missing)} of {dataset}")


def _read_rows(
    connection: duckdb.DuckDBPyConnection, file: Path, dataset: str, names: tuple[str, ...], has_header: bool, delimiter: str
) -> None:
    columns = "{" + ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in names) + "}"
    nulls = "[" + ", ".join(quoted(value) for value in NULLS.get(dataset, ("",))) + "]"
    quote = "''" if dataset == "gdelt" else "'\"'"  # GDELT quotes nothing
    try:
        connection.execute(
            f"create table published_rows as select * from read_csv({quoted(str(file))}, columns = {columns}, auto_detect = false, "
            f"header = {has_header}, delim = {quoted(delimiter)}, quote = {quote}, escape = {quote}, nullstr = {nulls}, "
            "max_line_size = 10000000, store_rejects = true)"
        )
    except duckdb.Error as error:
        raise LinkFileError(f"{file} cannot be read: {error}") from error


def _read_mapping(mapping: Path, names: tuple[str, ...]) -> dict[str, str]:
    try:
        with mapping.open(encoding="utf-8-sig", newline="") as lines:
            pairs = {row["column"]: row["from"] or "" for row in csv.DictReader(lines) if row.get("column") and "from" in row}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LinkFileError(f"{mapping} cannot be read as CSV in UTF-8: {error}") from error
    unknown = sorted(set(pairs) - set(GENERIC)) + sorted(set(pairs.values()) - set(names))
    missing = [name for name in GENERIC_NEEDED if name not in pairs]
    if unknown or missing:
        raise LinkFileError(
            f"{mapping}: a CSV with the header `column,from`, each row a column of external_events and the file's column it comes from"
            + (f"; it lacks {', '.join(missing)}" if missing else "")
            + (f"; there is no {', '.join(unknown)}" if unknown else "")
        )
    return pairs


def _rename(connection: duckdb.DuckDBPyConnection, names: tuple[str, ...], pairs: dict[str, str]) -> None:
    chosen = [f"{_identifier(pairs[name])} as {name}" if name in pairs else f"cast(null as varchar) as {name}" for name in GENERIC]
    connection.execute("alter table published_rows rename to file_rows")
    connection.execute(f"create table published_rows as select {', '.join(chosen)}, to_json(file_rows) as original from file_rows")


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _read_countries(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `countries` (their codes) and `country_names` (every name in lower case) from the seeds."""
    seed = f"read_csv({quoted(str(SEEDS / 'countries.csv'))}, all_varchar = true)"
    connection.execute(  # of a state and the one it came from, which share a number, today's is meant
        "create table countries as select iso3, iso_numeric, fips, cameo, "
        f"case when row_number() over (partition by gwno order by status, name) = 1 then gwno end as gwno from {seed}"
    )
    connection.execute(
        "create table country_names as select lower(trim(name)) as name, min(iso3) as iso3 from "
        f"(select unnest(string_split(concat_ws('|', name, aliases), '|')) as name, iso3 from {seed}) "
        "where name != '' group by all having count(distinct iso3) = 1"
    )


FAULTS = """case
    when external_id is null then 'the row has no id'
    when date_start is null then 'the date cannot be read'
    when date_end < date_start then 'the row ends before it begins'
    when abs(latitude) > 90 or abs(longitude) > 180 then 'the coordinates are not on the globe'
    when (latitude is null) != (longitude is null) then 'one coordinate is missing'
    when least(deaths_low, deaths_best, deaths_high) < 0 then 'a number of deaths is below zero'
    when deaths_low > deaths_best or deaths_best > deaths_high or deaths_low > deaths_high then 'the numbers of deaths are not in order'
    when row_number() over (partition by external_id order by original) > 1 then 'the id occurs before in the file'
end"""


def _sorted_out(connection: duckdb.DuckDBPyConnection, file: Path, dataset: str) -> ExternalRows:
    connection.execute(f"create table judged as select external.*, {FAULTS} as fault from external")
    given = [name for name in TABLES["external_events"].column_names if name not in ("recorded_at", "run_id", "dataset")]
    filled = [name if not name.endswith("_actor_id") else f"cast(null as varchar) as {name}" for name in given]
    events = connection.sql(
        f"select {quoted(dataset)} as dataset, {', '.join(filled)} from judged where fault is null order by external_id"
    ).to_arrow_table()
    faulty = connection.execute(
        "select external_id, fault, original from judged where fault is not null order by external_id, original"
    ).fetchall()
    broken = connection.execute("select line, min(error_message), min(csv_line) from reject_errors group by line order by line").fetchall()
    rejects = [_reject(file, dataset, str(external_id), str(fault), original) for external_id, fault, original in faulty]
    rejects += [_reject(file, dataset, f"line {line}", str(message).splitlines()[0], text) for line, message, text in broken]
    return ExternalRows(events, rejects, events.num_rows + len(rejects))


def _reject(file: Path, dataset: str, where: str, reason: str, value: str | None) -> dict[str, str | None]:
    # ACLED's rows stay in external_events; the rejects are published, so they name the row and no more.
    shown = None if dataset == "acled" or value is None else value[:LONGEST_VALUE]
    return {
        "stage": "link", "article_id": None, "raw_uri": f"{dataset}:{file.name}:{where}", "field": None, "value": shown, "reason": reason,
    }  # fmt: skip

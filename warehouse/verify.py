"""Compare what was published with the store, row for row, and each file with its hash."""

from __future__ import annotations

from pathlib import Path

from warehouse.connect import connected
from warehouse.contract import PUBLISHED_TABLES
from warehouse.datapackage import file_sha256, read_datapackage
from warehouse.declare import Table
from warehouse.render import quoted
from warehouse.switch import PARQUET


def verify(directory: Path | str) -> list[str]:
    """Return what differs between `DIR/casus.duckdb` and `DIR/parquet`, one sentence each; an empty list when they are equal."""
    folder = Path(directory) / PARQUET
    faults = [
        f"{resource['path']} is not the file that datapackage.json describes"
        for resource in read_datapackage(folder)["resources"]
        if f"sha256:{file_sha256(folder / resource['path'])}" != resource["hash"]
    ]
    with connected(Path(directory), read_only=True) as connection:
        for table in PUBLISHED_TABLES:
            ((missing, added),) = connection.execute(_difference(table, folder)).fetchall()
            if missing or added:
                faults.append(f"{table.name}: {missing} rows are in DuckDB only, {added} in Parquet only")
    return faults


def _difference(table: Table, folder: Path) -> str:
    columns = ", ".join(table.column_names)
    where = f" where not ({table.unpublished_where})" if table.unpublished_where else ""
    stored = f"select {columns} from {table.name}{where}"
    published = f"select {columns} from read_parquet({quoted(str(folder / table.name / '*.parquet'))})"
    return (
        f"select (select count(*) from ({stored} except all {published})) as missing, "
        f"(select count(*) from ({published} except all {stored})) as added"
    )

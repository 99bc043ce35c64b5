"""Small stores of each schema so far, as SQL: `schema_N.sql` was written by the Casus that had schema N, and stays as it is."""

from __future__ import annotations

from pathlib import Path

import duckdb

FOLDER = Path(__file__).parent


def stored(version: int) -> Path:
    """Return the file of a schema's store."""
    return FOLDER / f"schema_{version}.sql"


def versions() -> list[int]:
    """Return the schemas that have a store here, oldest first."""
    return sorted(int(path.stem.removeprefix("schema_")) for path in FOLDER.glob("schema_*.sql"))


def rebuild(version: int, database: Path) -> None:
    """Make the store of a schema as a DuckDB file."""
    database.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(database)) as connection:
        connection.execute("set TimeZone = 'UTC'")
        connection.execute(stored(version).read_text(encoding="utf-8"))


def as_sql(connection: duckdb.DuckDBPyConnection) -> str:
    """Return the tables of a store with their rows, as statements, without views, comments and codes, which every start renews."""
    tables = connection.execute("select table_name, sql from duckdb_tables() where not internal and not temporary order by 1").fetchall()
    lines = []
    for name, statement in tables:
        lines.append(statement)
        columns = [row[0] for row in connection.execute(f"describe {name}").fetchall()]
        if name != "codes":
            rows = connection.execute(f"select {', '.join(columns)} from {name} order by all").fetchall()
            lines += [f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join(map(_literal, row))});" for row in rows]
    return "\n".join(lines) + "\n"


def _literal(value: object) -> str:
    if value is None or isinstance(value, bool | int | float):
        return "NULL" if value is None else str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    return "'" + str(value).replace("'", "''") + "'"

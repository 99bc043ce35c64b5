"""Run `sql/checks/`: each query there returns the rows that are at fault, so a warehouse is sound when all return none."""

from __future__ import annotations

import duckdb

from warehouse.queries import read_queries

SHOWN_ROWS = 5


class ChecksFailedError(RuntimeError):
    """Rows at fault; `faults` maps the check's name to its first rows, the message shows them."""

    def __init__(self, faults: dict[str, list[dict[str, object]]]) -> None:
        self.faults = faults
        lines = [f"sql/checks/{name}.sql: {row}" for name, rows in faults.items() for row in rows]
        super().__init__("the rows below are at fault, so nothing was published:\n" + "\n".join(lines))


def run_checks(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise ChecksFailedError with the first rows of every check that finds a fault."""
    faults = {}
    for query in read_queries("checks"):
        found = connection.execute(f"select faulty.* from ({query.statement}) as faulty limit {SHOWN_ROWS}")
        names = [column[0] for column in found.description or []]
        rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
        if rows:
            faults[query.name] = rows
    if faults:
        raise ChecksFailedError(faults)

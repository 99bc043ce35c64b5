"""Read the statements of `sql/`: one a file, a header comment that says what it answers, then one `select`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SQL = Path(__file__).resolve().parent.parent / "sql"


@dataclass(frozen=True, slots=True)
class Query:
    """One file of `sql/`: its name without `.sql`, its header comment, and its statement without the semicolon."""

    name: str
    header: str
    statement: str

    def words(self) -> set[str]:
        """The words of the statement, comments left out: among them the names of what it reads."""
        return set(re.findall(r"\w+", re.sub(r"--[^\n]*", " ", self.statement)))


def read_query(path: Path) -> Query:
    """Return the query in a file; ValueError where the header comment or the statement is missing."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header_length = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    header = "\n".join(line.removeprefix("--").strip() for line in lines[:header_length])
    statement = "\n".join(lines[header_length:]).strip().rstrip(";").strip()
    if not header or not statement:
        raise ValueError(f"{path}: begin with a comment that says what it answers, then one statement")
    return Query(path.stem, header, statement)


def read_queries(folder: str) -> list[Query]:
    """Return the queries of `sql/<folder>/`, by name."""
    return [read_query(path) for path in sorted((SQL / folder).glob("*.sql"))]

"""The end of a run, as a person reads it: what was read, what was set aside, the events, and where the files are."""

from __future__ import annotations

import sys
from shlex import quote
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.show.plain import printable
from flows.summary import Summary

# Where lines are not wrapped by a terminal, as wide as most logs are read.
LOG_WIDTH = 120
NARROWEST = {"Day": 11, "Event": 28, "Where": 12, "Killed": 7, "Injured": 7, "Sources": 7, "Status": 9}
DAY_FORMATS = {"day": "%-d %b %Y", "week": "%-d %b %Y", "month": "%b %Y", "year": "%Y"}


def show(summary: Summary, console: Console | None = None) -> None:
    """Print the summary to standard output; titles come from articles and are printed as plain text, never as markup."""
    out = console or Console(highlight=False, width=None if sys.stdout.isatty() else LOG_WIDTH)
    if summary.events:
        out.print(events_table(summary.events))
        hidden = summary.totals["events"] - len(summary.events)
        if hidden > 0:
            out.print(Text(f"... and {hidden} more: casus sql 'from events order by date_start' --warehouse {quote(summary.warehouse)}"))
        out.print()
        out.print(Text("Best supported"))
        for row in summary.best_supported:
            out.print(Text(printable(f"  {row['title']}, {day_of(row)}: {toll_of(row) or 'no toll given'} ({support_of(row)})")))
        out.print()
    aside = sum(summary.set_aside.values())
    out.print(Text(f"Read      {_counted(summary.read, 'article')}, {summary.new} new or changed; {aside or 'nothing'} set aside"))
    for reason, count in summary.set_aside.items():
        out.print(Text(f"            {count} {reason}"))
    for example in summary.set_aside_examples:
        out.print(Text(printable(f"            - {example}")))
    totals = summary.totals
    out.print(
        Text(
            f"Warehouse {_counted(totals['articles'], 'article')}, {_counted(totals['events'], 'event')}, "
            f"{_counted(totals['claims'], 'casualty claim')}, {_counted(totals['quotes'], 'quotation')}"
        )
    )
    out.print(Text(f"Files     {summary.store}\n          {summary.parquet}/<table>/*.parquet"))
    if not summary.totals["articles"]:
        out.print(
            Text("No articles: Casus reads .txt .html .htm .jsonl .ndjson .csv .parquet .warc (each also .gz), .urls, feeds and addresses")
        )


def events_table(events: list[dict[str, Any]]) -> Table:
    """Return the table of events."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, width in NARROWEST.items():
        table.add_column(name, min_width=width)
    for row in events:
        where = ", ".join(part for part in (row["place_name"], row["country_iso3"]) if part) or "-"
        cells = (
            day_of(row),
            row["title"],
            where,
            range_of(row, "killed"),
            range_of(row, "injured"),
            str(row["publisher_count"]),
            row["status"],
        )
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table


def day_of(row: dict[str, Any]) -> str:
    """Return an event's day as far as it is known; "-" where nothing is."""
    start, end = row["date_start"], row["date_end"]
    if start is None:
        return "-"
    shape = DAY_FORMATS.get(row["date_precision"], "%-d %b %Y")
    first, last = start.strftime(shape), (end or start).strftime(shape)
    if first == last:
        return str(first)
    return f"{start.day}-{last}" if (start.year, start.month) == (end.year, end.month) else f"{first} to {last}"


def range_of(row: dict[str, Any], outcome: str) -> str:
    """Return a toll as low-high, "9+" for an open end, "-" where no source gives one."""
    low, best, high = (row[f"{outcome}_{bound}"] for bound in ("low", "best", "high"))
    if low is None and best is None:
        return "-"
    if high is None:
        return f"{low if low is not None else best}+"
    return str(low) if low == high else f"{low}-{high}"


def toll_of(row: dict[str, Any]) -> str:
    """Return the toll in words, empty where none is given."""
    parts = [(range_of(row, outcome), outcome) for outcome in ("killed", "injured")]
    return ", ".join(f"{found} {outcome}" for found, outcome in parts if found != "-")


def support_of(row: dict[str, Any]) -> str:
    """Return who tells of the event."""
    return f"{_counted(row['article_count'], 'article')}, {row['independent_count']} independent"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

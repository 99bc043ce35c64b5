"""What a run did, for people and for `--json`: counts, where the files are, and the events with the best support."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from flows.job import Job
from warehouse.query import run_query
from warehouse.switch import PARQUET

EVENT_COLUMNS = """
    select event_id, title, date_start, date_end, date_precision, place_name, country_iso3, event_type, status, publisher_count,
           article_count, independent_count, killed_low, killed_best, killed_high, injured_low, injured_best, injured_high, confidence
    from events
"""
HAS_TOLL = "(coalesce(killed_low, killed_best, injured_low, injured_best) is not null)"
BEST_SUPPORTED = f"{EVENT_COLUMNS} order by {HAS_TOLL} desc, independent_count desc, article_count desc, confidence desc, event_id limit 3"
BY_DAY = f"{EVENT_COLUMNS} order by date_start nulls last, event_id limit {{limit}}"
COUNTS = """
    select (select count(*) from articles where is_current) as articles, (select count(*) from events) as events,
           (select count(*) from casualties) as claims, (select count(*) from quotes) as quotes
"""
SHOWN_EVENTS = 25


@dataclass(frozen=True, slots=True)
class Summary:
    """`read`, `new` and `set_aside` are of this run; the other counts are what the warehouse holds after it."""

    run_id: str
    read: int
    new: int
    set_aside: dict[str, int]
    set_aside_examples: list[str]
    totals: dict[str, int]
    warehouse: str
    store: str
    parquet: str
    best_supported: list[dict[str, Any]]
    events: list[dict[str, Any]]
    seconds: dict[str, float]

    def sentence(self) -> str:
        """Return the run in one line: what was read, and how many records were set aside, and why."""
        aside = f"{sum(self.set_aside.values()) or 'nothing'} set aside"
        reasons = ", ".join(f"{count} {reason}" for reason, count in self.set_aside.items())
        read = f"{self.read} article{'' if self.read == 1 else 's'} read, {self.new} new or changed"
        return f"{read}; {aside}{f' ({reasons})' if reasons else ''}"

    def as_json(self) -> dict[str, Any]:
        """Return the summary as plain values, days as ISO 8601."""
        plain = asdict(self)
        for row in (*plain["best_supported"], *plain["events"]):
            row.update({name: value.isoformat() for name, value in row.items() if hasattr(value, "isoformat")})
        return plain


def summarize(job: Job, rejects: list[dict[str, Any]]) -> Summary:
    """Return the summary of a run that has been loaded and published."""
    reasons = Counter(short_reason(row["reason"]) for row in rejects)
    examples = [f"{row['raw_uri'] or row['article_id']}: {row['reason'].replace('_', ' ')}{_found(row)}" for row in rejects]
    return Summary(
        run_id=job.run_id,
        read=job.read_count,
        new=job.new_count,
        set_aside=dict(sorted(reasons.items())),
        set_aside_examples=sorted(examples)[:5],
        totals=run_query(job.warehouse, COUNTS).to_pylist()[0],
        warehouse=str(job.warehouse),
        store=str(job.warehouse / "casus.duckdb"),
        parquet=str(Path(job.warehouse) / PARQUET),
        best_supported=run_query(job.warehouse, BEST_SUPPORTED).to_pylist(),
        events=run_query(job.warehouse, BY_DAY.format(limit=SHOWN_EVENTS)).to_pylist(),
        seconds=dict(job.seconds),
    )


def short_reason(reason: str) -> str:
    """Return the reason without its detail, as words."""
    return reason.partition(":")[0].replace("_", " ")


def _found(row: dict[str, Any]) -> str:
    return f" ({row['value']})" if row["value"] else ""

"""What a run hands to the store: rows of whole tables, or only what its articles touch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from transforms.resolve import Neighbourhood, Resolved
from transforms.resolve.row_shapes import Row

if TYPE_CHECKING:
    import pyarrow as pa

# Tables of which only the rows with these first keys are handed over.
BY_KEY = {"actors": "actor_id", "places": "place_id", "united_actors": "reading_id", "person_keys": "actor_id", "name_counts": "name"}
# Payloads that are unpacked together: some 10 MB of text.
UNPACKED = 100


class Reading(NamedTuple):
    """How an article was read: its version there, the code, and a function that returns the payload."""

    version: int
    pipeline_version: str
    payload: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Loading:
    """`tables` as `Store.load` takes them. `readings`: what is kept of how each article was read. `changed`: rows that take the place of
    those with their key.

    `looked_at`: for tables that are not handed over whole, the keys whose rows are; None when all are."""

    tables: dict[str, list[Row]]
    readings: Mapping[str, Reading]
    changed: dict[str, list[Row]] = field(default_factory=dict)
    looked_at: Mapping[str, set[str]] | None = None

    def annotations(self) -> Iterator[pa.Table]:
        """Yield the rows of `annotations`, of so many articles at a time."""
        import pyarrow as pa

        readings = list(self.readings.items())
        for start in range(0, len(readings), UNPACKED):
            part = readings[start : start + UNPACKED]
            columns = {
                "article_id": [article_id for article_id, _ in part],
                "version": [reading.version for _, reading in part],
                "pipeline_version": [reading.pipeline_version for _, reading in part],
                "payload": [reading.payload() for _, reading in part],
            }
            yield pa.table({name: pa.array(values, pa.int64() if name == "version" else pa.string()) for name, values in columns.items()})


def partial_loading(tables: dict[str, list[Row]], readings: Mapping[str, Reading], found: Resolved, around: Neighbourhood) -> Loading:
    """Return what the articles of a run add, change and take away."""
    copied = [around.copies[article_id] | {"duplicate_of": original} for article_id, original in sorted(found.copied_otherwise.items())]
    looked_at = {name: {str(row[key]) for row in tables[name]} for name, key in BY_KEY.items()}
    looked_at["name_counts"] |= around.name_counts.keys()
    looked_at |= dict.fromkeys(("events", "event_actors"), found.touched_events)
    return Loading(tables, readings, {"articles": copied, "casualties": found.changed}, looked_at)

"""What a run hands to the store: rows of whole tables, or only what its articles touch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from transforms.resolve import Neighbourhood, Resolved
from transforms.resolve.row_shapes import Row

# Tables of which only the rows with these first keys are handed over.
BY_KEY = {"actors": "actor_id", "places": "place_id", "united_actors": "reading_id", "person_keys": "actor_id", "name_counts": "name"}


@dataclass(frozen=True, slots=True)
class Loading:
    """`tables` as `Store.load` takes them. `changed`: rows that take the place of those with their key.

    `looked_at`: for tables that are not handed over whole, the keys whose rows are; None when all are."""

    tables: dict[str, list[Row]]
    changed: dict[str, list[Row]] = field(default_factory=dict)
    looked_at: Mapping[str, set[str]] | None = None


def partial_loading(tables: dict[str, list[Row]], found: Resolved, around: Neighbourhood) -> Loading:
    """Return what the articles of a run add, change and take away."""
    copied = [around.copies[article_id] | {"duplicate_of": original} for article_id, original in sorted(found.copied_otherwise.items())]
    looked_at = {name: {str(row[key]) for row in tables[name]} for name, key in BY_KEY.items()}
    looked_at["name_counts"] |= around.name_counts.keys()
    looked_at |= dict.fromkeys(("events", "event_actors"), found.touched_events)
    return Loading(tables, {"articles": copied, "casualties": found.changed}, looked_at)

"""Warehouses to make a report of: the small world with a disputed toll, and with articles that try to be markup."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from tests.warehouse.world import Row, article, run, span, strike_mention, unstamped, world
from warehouse.store import open_store

HOSTILE = "Bad </script><script>window.broken = 1</script><img src=x onerror='window.broken = 1'> struck <!-- Saravan."
HOSTILE_TITLE = "<script>window.broken = 1</script>"


def load(folder: Path, rows: dict[str, list[Row]]) -> Path:
    """Load the rows into a new warehouse in the folder, and return it."""
    with open_store(folder) as store:
        store.load(rows, run("r1"))
    return folder


def disputed_world() -> dict[str, list[Row]]:
    """The world's strike with a mention that names all its parts, and a third article that contradicts the first's number."""
    rows = world()
    text = "Iran said only two were killed."
    rows["articles"].append(article("a3", text, publisher="Herald", title="Iran gives another number", url="https://herald.example/two"))
    rows["casualties"].append(
        unstamped(
            "casualties",
            claim_id="c3",
            event_id="event_strike",
            article_id="a3",
            outcome="killed",
            qualifier="exact",
            count_text="two",
            count_start=text.index("two"),
            count_end=text.index("two") + 3,
            count_low=2,
            count_best=2,
            count_high=2,
            claimant_actor_id="iran",
            claimant_text="Iran",
            via_text="the Herald",
            relation="disputes",
            related_claim_id="c1",
            asserted_on=date(2024, 1, 19),
            **span(text, text),
        )
    )
    for claim in rows["casualties"]:
        claim["is_aggregate"] = False
    told = rows["event_mentions"][2]
    told |= {"source_text": "Pakistan", "place_text": "Saravan", "date_text": "Thursday"}
    return rows


def hostile_world() -> dict[str, list[Row]]:
    """The disputed world with an article full of markup, told of the same event, with an address that is a script."""
    rows = disputed_world()
    given: dict[str, Any] = {"title": HOSTILE_TITLE, "publisher": "<b>Bold</b> & Co", "url": "javascript:window.broken=1"}
    rows["articles"].append(article("a4", HOSTILE, **given))
    rows["event_mentions"].append(strike_mention("a4", "m4", HOSTILE, HOSTILE, "struck", place_text="Saravan"))
    rows["events"][0]["title"] = HOSTILE_TITLE
    rows["actors"][0]["name"] = "Iran</option><script>window.broken = 1</script>"
    return rows

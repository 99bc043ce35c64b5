"""The sample articles from end to end, against rows read by hand. The floors say how good Casus is on them; they only rise."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.golden.scoring import Row, event_fields, find_claim, find_event, find_quote, names
from transforms.seed_tables import SEEDS

GOLD = json.loads((Path(__file__).parent / "samples.json").read_text(encoding="utf-8"))
FLOORS = {
    "event_recall": 1.0,
    "events_apart": 1.0,
    "event_fields": 0.97,
    "claim_recall": 1.0,
    "claim_precision": 1.0,
    "claim_claimant": 1.0,
    "claim_event": 0.94,
    "quote_recall": 1.0,
    "quote_precision": 1.0,
    "speaker": 1.0,
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    warehouse = tmp_path_factory.mktemp("samples")
    command = [sys.executable, "-m", "flows.cli", "run", str(SEEDS / "samples"), "--warehouse", str(warehouse)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return duckdb.connect(str(warehouse / "casus.duckdb"), read_only=True)


def rows(store: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    cursor = store.execute(sql)
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


@pytest.fixture(scope="module")
def written(store: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    article = "regexp_extract(raw_uri, '([^/]+)\\.[a-z]+$', 1)"
    events = {row["event_id"]: row for row in rows(store, "select * from events")}
    actors = {
        row["actor_id"]: f"{row['name']} {' '.join(row['aliases'])}" for row in rows(store, "select actor_id, name, aliases from actors")
    }
    for event in events.values():
        event |= {
            "articles": set(),
            "evidence": [],
            "sources": [actors.get(actor) for actor in event["source_actor_ids"]],
            "targets": [actors.get(actor) for actor in event["target_actor_ids"]],
        }
    for mention in rows(store, f"select m.*, {article} as article from event_mentions m join articles using (article_id, version)"):
        if mention["event_id"] in events:
            event = events[mention["event_id"]]
            event["articles"].add(mention["article"])
            event["evidence"].append(mention["evidence"])
            event["sources"].append(mention["source_text"])
            event["targets"].append(mention["target_text"])
    return {
        "events": list(events.values()),
        "claims": rows(
            store,
            f"""select c.*, {article} as article, n.name as claimant_name from casualties c
            join articles using (article_id, version) left join actors n on n.actor_id = c.claimant_actor_id""",
        ),
        "quotes": rows(
            store,
            f"""select q.*, {article} as article from quotes q
            join articles using (article_id, version) where kind in ('direct', 'mixed')""",
        ),
        "texts": {row["article"]: row["text"] for row in rows(store, f"select text, {article} as article from articles")},
    }  # fmt: skip


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


@pytest.fixture(scope="module")
def figures(written: dict[str, Any]) -> dict[str, float]:
    found = {want["key"]: find_event(want, written["events"]) for want in GOLD["events"]}
    fields = [held for want in GOLD["events"] if (event := found[want["key"]]) for held in event_fields(want, event).values()]
    used: set[str] = set()
    claims = []
    for want in GOLD["casualties"]:
        claim = find_claim(want, written["claims"], used)
        claims.append((want, claim))
        if claim:
            used.add(claim["claim_id"])
    spoken: set[str] = set()
    quotes = []
    for want in GOLD["quotes"]:
        quote = find_quote(want, written["quotes"], spoken)
        quotes.append((want, quote))
        if quote:
            spoken.add(quote["quote_id"])
    return {
        "event_recall": share([event is not None for event in found.values()]),
        "events_apart": len({event["event_id"] for event in found.values() if event}) / sum(event is not None for event in found.values()),
        "event_fields": share(fields),
        "claim_recall": share([claim is not None for _, claim in claims]),
        "claim_precision": len(used) / max(1, len(written["claims"])),
        "claim_claimant": share([
            names(want["claimant"], claim["claimant_text"], claim["claimant_name"]) if "claimant" in want else not claim["claimant_text"]
            for want, claim in claims if claim
        ]),
        "claim_event": share([
            claim["event_id"] is not None and claim["event_id"] == (found[want["event"]] or {}).get("event_id")
            for want, claim in claims if claim and "event" in want
        ]),
        "quote_recall": share([quote is not None for _, quote in quotes]),
        "quote_precision": len(spoken) / max(1, len(written["quotes"])),
        "speaker": share([names(want["speaker"], quote["speaker_name"], quote["speaker_text"]) for want, quote in quotes if quote]),
    }  # fmt: skip


@pytest.mark.parametrize(("figure", "floor"), FLOORS.items())
def test_a_figure_is_not_below_its_floor(figure: str, floor: float, figures: dict[str, float]) -> None:
    assert figures[figure] >= floor, figures


@pytest.mark.parametrize("article", GOLD["drops"])
def test_page_noise_is_gone(article: str, written: dict[str, Any]) -> None:
    assert [noise for noise in GOLD["drops"][article] if noise in written["texts"][article]] == []


def test_the_readmes_example_is_what_a_run_says(store: duckdb.DuckDBPyConnection) -> None:
    lines = [line[4:] for line in (SEEDS.parent / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("    ")]
    first = next(number for number, line in enumerate(lines) if line.startswith('casus sql "select c.count_text'))
    rule = next(number for number in range(first, len(lines)) if lines[number].startswith("---"))
    columns = [(dashes.start(), dashes.end()) for dashes in re.finditer("-+", lines[rule])]
    query = " ".join(lines[first : rule - 1]).split('"')[1]
    told = [[str(value) if value is not None else "" for value in row] for row in store.execute(query).fetchall()]
    shown = [[line[start:end].strip() for start, end in columns] for line in lines[rule + 1 : rule + 1 + len(told)]]
    assert shown == told
    assert len(told) == 11

"""What Prefect is told of a run: its name, a state that tells the truth, tables to look at, and word to an address when it ends."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import httpx
import pytest

from flows.artifacts import plain
from tests.flows.conftest import ARTICLES, write_lines
from tests.flows.processes import Listener
from tests.flows.test_run import run
from warehouse.checks import ChecksFailedError

pytestmark = pytest.mark.usefixtures("prefect_api")


def ask(what: str, **query: Any) -> list[dict[str, Any]]:
    from prefect.server.api.server import SubprocessASGIServer
    from prefect.settings import PREFECT_API_URL

    found = httpx.post(f"{PREFECT_API_URL.value() or SubprocessASGIServer().api_url}/{what}/filter", json=query).json()
    assert isinstance(found, list)
    return found


def run_named(name: str) -> dict[str, Any]:
    """Return the newest run of a name."""
    return ask("flow_runs", flow_runs={"name": {"any_": [name]}}, sort="START_TIME_DESC")[0]


def artifacts_of(flow_run: dict[str, Any]) -> dict[str, Any]:
    return {found["key"]: found for found in ask("artifacts", artifacts={"flow_run_id": {"any_": [flow_run["id"]]}})}


def test_a_run_is_named_after_what_it_reads_and_completed_with_what_it_set_aside(tmp_path: Path) -> None:
    given = write_lines(tmp_path / "mixed.jsonl", ARTICLES)
    Path(given).write_text(Path(given).read_text() + "{broken\n")
    (tmp_path / "more.pdf").write_bytes(b"%PDF-1.7")
    run([given, str(tmp_path / "more.pdf")], tmp_path / "kivu")
    found = run_named("kivu: mixed.jsonl and 1 more")
    assert (found["state_type"], found["state"]["message"]) == (
        "COMPLETED", "3 articles read, 3 new or changed; 2 set aside (1 invalid json, 1 unsupported type)",
    )  # fmt: skip


def test_tables_of_new_events_and_disputed_tolls_and_a_link_to_the_report_are_left(tmp_path: Path) -> None:
    disputing = ARTICLES[0] | {
        "id": "goma-3", "url": "https://third.example/goma", "publisher": "Third",
        "text": "M23 rebels shelled the Mugunga camp near Goma on Tuesday, killing 20 civilians, the army said. "
        "M23 denied that and said that only two people were killed.",
    }  # fmt: skip
    warehouse = tmp_path / "lake"
    run([write_lines(tmp_path / "first.jsonl", ARTICLES[:2])], warehouse)
    given = write_lines(tmp_path / "second.jsonl", [disputing, ARTICLES[2]])
    run([given], warehouse, report=True, report_address="https://casus.example/report.html")
    left = artifacts_of(run_named("lake: second.jsonl"))
    assert sorted(left) == ["disputed-tolls", "new-events", "report"]
    titles = [row["title"] for row in json.loads(left["new-events"]["data"])]
    assert any("Kharkiv" in title for title in titles)
    assert not any("Goma" in title for title in titles), "what an earlier run told of is not new"
    assert "https://casus.example/report.html" in left["report"]["data"]
    assert (warehouse / "report.html").read_text().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Raid near [Goma](javascript:alert(1))", r"Raid near \[Goma\](javascript:alert(1))"),
        ("<img src=x onerror=alert(1)>", r"\<img src=x onerror=alert(1)\>"),
        ("![](https://tracker.example/x.png)", r"\!\[\](https://tracker.example/x.png)"),
        ("Al-Shabaab kills 3, 2-5 hurt", "Al-Shabaab kills 3, 2-5 hurt"),
        ("a" * 400, "a" * 300 + "..."),
        (date(2024, 2, 7), "2024-02-07"), (None, None), (4, 4),
    ],
)  # fmt: skip
def test_foreign_text_in_a_table_is_shown_as_written(text: Any, shown: Any) -> None:
    assert plain(text) == shown


def test_a_failed_check_is_failed_with_its_rows_and_told(tmp_path: Path, listener: Listener) -> None:
    warehouse = tmp_path / "spoilt"
    run([write_lines(tmp_path / "first.jsonl", ARTICLES[:1])], warehouse)
    with duckdb.connect(str(warehouse / "casus.duckdb")) as store:
        store.execute(
            "insert into external_events (dataset, external_id, date_start, original, recorded_at, run_id) "
            "select 'acled', 'KEN1', '2024-01-02', '{}', recorded_at, run_id from runs"
        )
    with pytest.raises(ChecksFailedError):
        run([write_lines(tmp_path / "second.jsonl", ARTICLES[2:])], warehouse)
    found = run_named("spoilt: second.jsonl")
    assert found["state_type"] == "FAILED"
    assert "sql/checks/dates_in_order.sql: {" in found["state"]["message"]
    first, second = listener.told
    assert (first["state"], first["run_name"], first["message"]) == (
        "Completed", "spoilt: first.jsonl", "1 article read, 1 new or changed; nothing set aside",
    )  # fmt: skip
    assert (second["state_type"], second["warehouse"], second["flow_run_id"]) == ("FAILED", str(warehouse), found["id"])
    assert second["text"].startswith("casus run spoilt: second.jsonl: Failed. ") and "KEN1" in second["text"]


def test_word_of_a_run_is_sent_again_and_its_failure_fails_no_run(
    tmp_path: Path, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    listener.refusals = 1
    given = write_lines(tmp_path / "news.jsonl", ARTICLES[2:])
    run([given], tmp_path / "warehouse")
    assert [told["state"] for told in listener.told] == ["Completed"]
    listener.refusals = 9
    assert run([given], tmp_path / "warehouse").new == 0
    assert len(listener.told) == 1
    assert "secret" not in caplog.text


def test_reading_is_tried_again_after_a_fault_of_disk_or_network_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.stages import ingest

    given = write_lines(tmp_path / "news.jsonl", ARTICLES[2:])
    tries = []

    def faulty(fault: Exception) -> Any:
        def read(*arguments: Any) -> Any:
            tries.append(fault)
            if len(tries) == 1:
                raise fault
            return documents(*arguments)

        return read

    documents = ingest.read_documents
    monkeypatch.setattr("flows.stages.ingest.read_documents", faulty(OSError("stale file handle")))
    assert run([given], tmp_path / "mended").new == 1
    assert len(tries) == 2
    tries.clear()
    monkeypatch.setattr("flows.stages.ingest.read_documents", faulty(KeyError("a mistake of ours")))
    with pytest.raises(KeyError):
        run([given], tmp_path / "broken")
    assert len(tries) == 1

"""The flow itself, on Prefect's test harness: what it loads, what it leaves alone, and what it does after a failure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flows.reading import ANNOTATING
from flows.summary import Summary
from tests.flows.conftest import ARTICLES, write_lines
from warehouse.query import run_query
from warehouse.verify import verify

# A reading that sets every article aside, so that a run in which nothing need be read shows none.
REFUSING = replace(ANNOTATING, do="tests.flows.hooks:refuse")

pytestmark = pytest.mark.usefixtures("prefect_api")


def run(inputs: list[str], warehouse: Path, **options: Any) -> Summary:
    from flows.run import run_flow

    found = run_flow(inputs=inputs, warehouse=str(warehouse), quiet=True, workers=options.pop("workers", 1), **options)
    assert isinstance(found, Summary)
    return found


def rows(warehouse: Path, query: str) -> list[dict[str, Any]]:
    return list(run_query(warehouse, query).to_pylist())


def published(warehouse: Path) -> dict[str, bytes]:
    return {path.relative_to(warehouse).as_posix(): path.read_bytes() for path in sorted((warehouse / "parquet").rglob("*.parquet"))}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, prefect_api: None) -> tuple[Path, Summary]:
    folder = tmp_path_factory.mktemp("loaded")
    write_lines(folder / "news.jsonl", ARTICLES)
    (folder / "news.jsonl").write_text((folder / "news.jsonl").read_text() + "{broken\n")
    (folder / "report.pdf").write_bytes(b"%PDF-1.7")
    return folder / "warehouse", run([str(folder / "news.jsonl"), str(folder / "report.pdf")], folder / "warehouse")


def test_the_good_is_loaded_and_the_bad_is_in_rejects(loaded: tuple[Path, Summary]) -> None:
    warehouse, summary = loaded
    assert (summary.read, summary.new, summary.totals["articles"]) == (3, 3, 3)
    assert summary.set_aside == {"invalid json": 1, "unsupported type": 1}
    found = rows(warehouse, "select raw_uri, reason from rejects where stage = 'ingest' order by reason")
    assert [(Path(row["raw_uri"]).name, row["reason"]) for row in found] == [
        ("news.jsonl#4", "invalid_json"),
        ("report.pdf", "unsupported_type"),
    ]


def test_store_and_parquet_are_equal_and_every_span_is_its_evidence(loaded: tuple[Path, Summary]) -> None:
    warehouse, summary = loaded
    assert verify(warehouse) == []
    for table in ("event_mentions", "casualties", "quotes", "actor_mentions", "place_mentions", "date_mentions"):
        spans = f"select text, span_start, span_end, evidence from {table} join articles using (article_id, version)"
        assert all(row["text"][row["span_start"] : row["span_end"]] == row["evidence"] for row in rows(warehouse, spans))
        assert rows(warehouse, f"select count(*) > 0 as found from {table}") == [{"found": True}]
    assert summary.best_supported[0]["title"]


def test_each_source_keeps_its_own_claim(loaded: tuple[Path, Summary]) -> None:
    killed = rows(loaded[0], "select distinct count_low from casualties where outcome = 'killed' order by count_low")
    assert [row["count_low"] for row in killed] == [4, 6]


def test_what_is_known_is_not_read_again(loaded: tuple[Path, Summary], monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse, _ = loaded
    before = rows(warehouse, "select article_id, version, recorded_at, run_id from articles order by all")
    monkeypatch.setattr("flows.stages.annotate.ANNOTATING", REFUSING)
    again = run([str(warehouse.parent / "news.jsonl")], warehouse)
    assert (again.read, again.new, "internal error" in again.set_aside) == (3, 0, False)
    assert rows(warehouse, "select article_id, version, recorded_at, run_id from articles order by all") == before


def test_a_changed_text_is_a_new_version_and_its_old_claims_leave(tmp_path: Path) -> None:
    warehouse = tmp_path / "warehouse"
    run([write_lines(tmp_path / "first.jsonl", ARTICLES[:1])], warehouse)
    changed = ARTICLES[0] | {"text": str(ARTICLES[0]["text"]).replace("at least four", "at least seven")}
    summary = run([write_lines(tmp_path / "second.jsonl", [changed])], warehouse)
    assert (summary.new, summary.totals["articles"]) == (1, 1)
    assert rows(warehouse, "select version, is_current from articles order by version") == [
        {"version": 1, "is_current": False},
        {"version": 2, "is_current": True},
    ]
    assert rows(warehouse, "select distinct version, count_low from casualties where outcome = 'killed' and evidence like '%seven%'") == [
        {"version": 2, "count_low": 7}
    ]


def test_the_order_of_inputs_and_the_number_of_workers_change_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1707600000")
    monkeypatch.setattr("flows.stages.ingest.BATCH_RECORDS", 1)
    monkeypatch.setattr("flows.stages.annotate.BATCH_CHARACTERS", 1)
    results = []
    for name, articles, workers in (("one", ARTICLES, 1), ("two", ARTICLES[::-1], 2)):
        given = write_lines(tmp_path / "news.jsonl", articles)
        run([given], tmp_path / name, workers=workers)
        results.append(published(tmp_path / name))
    assert results[0].keys() == results[1].keys()
    assert [name for name in results[0] if results[0][name] != results[1][name]] == []


def test_a_run_that_failed_leaves_all_as_it_was_and_the_next_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse = tmp_path / "warehouse"
    given = write_lines(tmp_path / "news.jsonl", ARTICLES)
    with monkeypatch.context() as broken:
        broken.setattr("warehouse.loader.Loader.finish", lambda *_, **__: (_ for _ in ()).throw(OSError("no space left on device")))
        with pytest.raises(OSError, match="no space"):
            run([given], warehouse)
    assert rows(warehouse, "select count(*) as n from articles") == [{"n": 0}]
    with monkeypatch.context() as staged:
        staged.setattr("flows.stages.annotate.ANNOTATING", REFUSING)
        summary = run([given], warehouse)
        assert (summary.new, summary.set_aside) == (3, {}), "what was staged was not read again"
    assert not (warehouse / ".staging").exists()


def test_a_long_run_loads_while_it_reads_and_ends_in_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1707600000")
    monkeypatch.setattr("flows.stages.annotate.BATCH_CHARACTERS", 1)
    monkeypatch.setattr("flows.stages.rounds.ROUND", 1)
    given = write_lines(tmp_path / "news.jsonl", ARTICLES)
    for workers in (1, 2):
        assert run([given], tmp_path / str(workers), workers=workers).new == 3
    assert published(tmp_path / "1") == published(tmp_path / "2")
    assert rows(tmp_path / "2", "select count(*) as n from articles") == [{"n": 3}]


def test_a_long_run_whose_reading_fails_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.stages.annotate.BATCH_CHARACTERS", 1)
    monkeypatch.setattr("flows.stages.rounds.ROUND", 1)
    given = write_lines(tmp_path / "news.jsonl", ARTICLES)
    written: list[int] = []

    def full(_: Any, payloads: dict[str, str]) -> str:
        written.append(len(payloads))
        if len(written) == 2:
            raise OSError("no space left on device")
        return ""

    with monkeypatch.context() as broken:
        broken.setattr("flows.staging.Staging.write", full)
        with pytest.raises(OSError, match="no space"):
            run([given], tmp_path / "warehouse", workers=2)
    assert written == [1, 1]
    assert rows(tmp_path / "warehouse", "select count(*) as n from articles") == [{"n": 0}]
    assert run([given], tmp_path / "warehouse", workers=2).new == 3


def test_everything_can_be_rebuilt_from_the_raw_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1707600000")
    warehouse = tmp_path / "warehouse"
    given = write_lines(tmp_path / "news.jsonl", ARTICLES)
    run([given], warehouse)
    before = published(warehouse)
    Path(given).unlink()
    assert run([], warehouse, rebuild=True).new == 3
    after = published(warehouse)
    assert [name for name in before if before[name] != after[name]] == ["parquet/runs/part-0.parquet"]


def test_articles_that_hang_or_kill_are_set_aside_and_the_others_are_read_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1707600000")
    bad = [
        ARTICLES[0] | {"id": f"bad-{number}", "url": f"https://bad.example/{number}", "text": text}
        for number, text in enumerate(("This article hangs here for minutes.", "And this one dies here."))
    ]
    run([write_lines(tmp_path / "news.jsonl", ARTICLES)], tmp_path / "calm")
    monkeypatch.setattr("flows.stages.annotate.ANNOTATING", replace(ANNOTATING, do="tests.flows.hooks:read_or_suffer"))
    given = write_lines(tmp_path / "news.jsonl", [bad[0], *ARTICLES, bad[1]])
    summary = run([given], tmp_path / "warehouse", time_limit=5)
    assert (summary.totals["articles"], summary.set_aside) == (5, {"process ended": 1, "time limit": 1})
    found = rows(tmp_path / "warehouse", "select stage, reason from rejects order by reason")
    assert [(row["stage"], row["reason"]) for row in found] == [
        ("annotate", "process ended: reading it ended the process by signal 9, Killed"),
        ("annotate", "time limit: reading it took more than 5 seconds"),
    ]
    claims = "select claim_id, count_low, evidence from casualties where article_id not in (select article_id from rejects) order by all"
    assert rows(tmp_path / "warehouse", claims) == rows(tmp_path / "calm", claims) != []


def test_prefect_knows_the_run_and_its_stages(loaded: tuple[Path, Summary]) -> None:
    import httpx
    from prefect.server.api.server import SubprocessASGIServer
    from prefect.settings import PREFECT_API_URL

    api = PREFECT_API_URL.value() or SubprocessASGIServer().api_url
    flows, flow_runs, task_runs = (httpx.post(f"{api}/{name}/filter", json={}).json() for name in ("flows", "flow_runs", "task_runs"))
    assert [flow["name"] for flow in flows] == ["casus run"]
    assert "Completed" in {run["state_name"] for run in flow_runs}
    stages = {run["name"].rsplit("-", 1)[0] for run in task_runs}
    assert {"ingest and normalize", "annotate", "resolve", "load", "publish"} <= stages

"""`casus run --runner dask` on a real scheduler with real workers, which come and go: the bytes are those of a run on one machine."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from flows.errors import CasusError
from flows.reading import ANNOTATING
from tests.flows.conftest import write_lines
from tests.flows.processes import started, until
from tests.flows.test_run import published, rows, run
from tests.warehouse.object_store import free_port

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("prefect_api")]
pytest.importorskip("distributed", reason="Dask is an extra: pip install 'casus[dask]'")

PLACES = ("Goma", "Kharkiv", "Gao", "Maiduguri", "Mocha", "Quetta")
SUFFERING = replace(ANNOTATING, do="tests.flows.hooks:read_or_suffer")


def articles(count: int) -> list[dict[str, Any]]:
    """Return articles that differ in place, day and number, so that each is read on its own."""
    return [
        {
            "id": f"a{number}", "url": f"https://wire.example/{number}", "publisher": "Wire",
            "published_at": f"2024-02-{number % 27 + 1:02}", "title": f"Attack near {PLACES[number % 6]}",
            "text": f"Gunmen killed {number + 2} soldiers near {PLACES[number % 6]} on Monday, an army spokesman said. "
            f'"We lost {number + 2} men," said Colonel Musa Adamu. The governor blamed rebels for the attack.',
        }
        for number in range(count)
    ]  # fmt: skip


@dataclass
class Cluster:
    """A scheduler and its workers, each a process group of its own."""

    address: str
    status: str
    scheduler: started
    workers: list[started]

    def worker_count(self) -> int:
        try:
            metrics = httpx.get(f"{self.status}/metrics", timeout=5).text.splitlines()
        except httpx.TransportError:
            return 0
        return sum(int(float(line.split()[-1])) for line in metrics if line.startswith("dask_scheduler_workers{"))


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Start a scheduler and two workers as a person does, and wait until the workers are there."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    port, dashboard = free_port(), free_port()
    address = f"tcp://127.0.0.1:{port}"
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port)]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard"]
    with ExitStack() as stack:
        scheduler = started([*dask, "--dashboard-address", f"127.0.0.1:{dashboard}"], environment, tmp_path / "scheduler.log")
        stack.enter_context(scheduler)
        workers = [
            stack.enter_context(
                started([*worker, "--local-directory", str(tmp_path / f"dask{number}")], environment, tmp_path / f"worker{number}.log")
            )
            for number in range(2)
        ]
        found = Cluster(address, f"http://127.0.0.1:{dashboard}", scheduler, workers)
        until(lambda: found.worker_count() == 2, "both workers are there", pause=0.2)
        yield found


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709600000")
    monkeypatch.setattr("flows.stages.annotate.BATCH_CHARACTERS", 1000)


def staged(place: Path) -> int:
    return sum(1 for _ in place.rglob("*.parquet"))


def kill(victim: started) -> None:
    os.killpg(victim.process.pid, signal.SIGKILL)


def when(holds: Callable[[], bool], act: Callable[[], None]) -> threading.Thread:
    """Act in another thread as soon as something holds."""

    def wait_and_act() -> None:
        until(holds, "it is time", pause=0.01)
        act()

    thread = threading.Thread(target=wait_and_act, daemon=True)
    thread.start()
    return thread


def test_a_worker_killed_in_the_middle_costs_no_byte(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = write_lines(tmp_path / "news.jsonl", articles(120))
    run([given], tmp_path / "local", workers=1)
    staging, seen = tmp_path / "shared", []

    def kill_one() -> None:
        seen.append(staged(staging))
        kill(cluster.workers[0])

    killer = when(lambda: staged(staging) >= 3, kill_one)
    summary = run([given], tmp_path / "spread", runner="dask", dask=cluster.address, staging=str(staging))
    killer.join(5)
    assert cluster.worker_count() == 1
    assert 3 <= seen[0] < 20, "the worker was killed when some batches were done and most were not"
    assert (summary.new, summary.set_aside) == (120, {})
    local, spread = published(tmp_path / "local"), published(tmp_path / "spread")
    assert local.keys() == spread.keys()
    assert [name for name in local if local[name] != spread[name]] == []
    assert staged(staging) == 0, "what is loaded does not stay"


def test_an_article_that_hangs_or_kills_its_process_or_even_the_worker_is_set_aside(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ("This one hangs here.", "This one dies here.", "This one takes its keeper with it.")
    bad = [{"id": f"bad{number}", "url": f"https://bad.example/{number}", "text": text} for number, text in enumerate(texts)]
    monkeypatch.setattr("flows.stages.annotate.ANNOTATING", SUFFERING)
    given = write_lines(tmp_path / "news.jsonl", [*articles(6), *bad])
    summary = run([given], tmp_path / "warehouse", runner="dask", dask=cluster.address, time_limit=5)
    assert summary.totals["articles"] == 9
    found = rows(tmp_path / "warehouse", "select external_id, reason from rejects join articles using (article_id) order by all")
    assert [(row["external_id"], row["reason"]) for row in found] == [
        ("bad0", "time limit: reading it took more than 5 seconds"),
        ("bad1", "process ended: reading it ended the process by signal 9, Killed"),
        ("bad2", "process ended: reading it ended the Dask workers that tried"),
    ]
    claims = rows(tmp_path / "warehouse", "select count(distinct article_id) as articles from casualties")
    assert claims == [{"articles": 6}]


def test_when_the_scheduler_goes_the_next_run_goes_on_from_what_is_staged(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, warehouse = write_lines(tmp_path / "news.jsonl", articles(60)), tmp_path / "warehouse"
    when(lambda: staged(warehouse) >= 2, lambda: kill(cluster.scheduler))
    with pytest.raises(CasusError, match="has gone; what is done is staged"):
        run([given], warehouse, runner="dask", dask=cluster.address)
    done = staged(warehouse)
    assert 2 <= done < 20
    assert run([given], warehouse, workers=1).new == 60


def test_workers_that_write_where_the_loader_does_not_look_are_told_of(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.staging.Staging.batch", lambda *_: None)
    given = write_lines(tmp_path / "news.jsonl", articles(2))
    with pytest.raises(CasusError, match="a folder that all machines share, or s3://"):
        run([given], tmp_path / "warehouse", runner="dask", dask=cluster.address)


def test_workers_that_read_with_other_code_are_told_of(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.dask_cluster.pipeline_version", lambda: "0.0.0+other")
    given = write_lines(tmp_path / "news.jsonl", articles(2))
    with pytest.raises(CasusError, match=r"install the same code and seeds on all machines"):
        run([given], tmp_path / "warehouse", runner="dask", dask=cluster.address)


def test_a_scheduler_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.dask_cluster.CONNECT_SECONDS", 1)
    given = write_lines(tmp_path / "news.jsonl", articles(2))
    with pytest.raises(CasusError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1"):
        run([given], tmp_path / "warehouse", runner="dask", dask="tcp://127.0.0.1:1")

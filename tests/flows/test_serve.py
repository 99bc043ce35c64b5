"""`casus serve` against a real Prefect server: the cron fires, a new article is read by the next run, the API tells of both."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.flows.conftest import ARTICLES, write_lines
from warehouse.query import run_query

PATIENCE_SECONDS = 240


@pytest.fixture
def server(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Start a real Prefect server and yield the environment in which it is found."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    environment = os.environ | {
        "PREFECT_HOME": str(tmp_path / "prefect"), "DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api", "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "5",
    }  # fmt: skip
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", port, "--no-ui"]
    with started(command, environment, tmp_path / "server.log"):
        until(lambda: answers(environment["PREFECT_API_URL"]), "the server answers")
        yield environment


class started:  # noqa: N801 - reads as a sentence: with started(...)
    """A process with a log, stopped with all its children at the end."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path) -> None:
        self.log = log
        self.process = subprocess.Popen(command, env=environment, stdout=log.open("wb"), stderr=subprocess.STDOUT, start_new_session=True)

    def __enter__(self) -> started:
        return self

    def __exit__(self, *_: object) -> None:
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def until(holds: Any, what: str) -> Any:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if found := holds():
            return found
        time.sleep(1)
    raise AssertionError(f"waited {PATIENCE_SECONDS} s in vain until {what}")


def answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/health", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


@pytest.mark.slow
def test_the_cron_fires_twice_and_the_second_run_reads_what_is_new(server: dict[str, str], tmp_path: Path) -> None:
    url = server["PREFECT_API_URL"]
    inbox, warehouse = tmp_path / "inbox", tmp_path / "warehouse"
    inbox.mkdir()
    write_lines(inbox / "first.jsonl", ARTICLES[:2])
    command = [sys.executable, "-c", "from flows.cli import main; main()"]
    command += ["serve", str(inbox), "--cron", "* * * * *", "--warehouse", str(warehouse), "--workers", "1"]

    def completed(count: int) -> list[dict[str, Any]]:
        runs = httpx.post(f"{url}/flow_runs/filter", json={"sort": "START_TIME_ASC"}).json()
        assert not [run["state"]["message"] for run in runs if run["state_name"] in ("Failed", "Crashed")]
        done = [run for run in runs if run["state_name"] == "Completed"]
        return done if len(done) >= count else []

    with started(command, server, tmp_path / "serve.log"):
        until(lambda: completed(1), "the first run is completed")
        write_lines(inbox / "second.jsonl", ARTICLES[2:])
        until(lambda: completed(2), "the second run is completed")
        until(lambda: completed(3), "a run that began after the article came is completed")

    assert run_query(warehouse, "select count(*) as n from articles").to_pylist() == [{"n": 3}]
    runs = run_query(warehouse, "select new_article_count as n from runs order by recorded_at").to_pylist()
    assert [row["n"] for row in runs if row["n"]] == [2, 1], "what was known was not read again"
    (deployment,) = httpx.post(f"{url}/deployments/filter", json={}).json()
    assert (deployment["name"], deployment["tags"], deployment["concurrency_limit"] or deployment["global_concurrency_limit"]["limit"]) == (
        "casus-run", ["casus"], 1,
    )  # fmt: skip
    assert "Files, folders" in deployment["parameter_openapi_schema"]["properties"]["inputs"]["description"]

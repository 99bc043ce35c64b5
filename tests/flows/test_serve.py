"""The flows on a real Prefect server, as people schedule them: `casus serve`, and the deployments of `prefect.yaml` with a worker."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.flows.conftest import ARTICLES, write_lines
from tests.flows.processes import Listener, started, until
from tests.warehouse.object_store import free_port
from warehouse.query import run_query

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "tests" / "warehouse" / "link" / "files"
CASUS = [sys.executable, "-c", "from flows.cli import main; main()"]
PREFECT = [sys.executable, "-m", "prefect"]
pytestmark = pytest.mark.slow


@pytest.fixture
def server(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Start a real Prefect server and yield the environment in which it is found."""
    port = str(free_port())
    environment = os.environ | {
        "PREFECT_HOME": str(tmp_path / "prefect"), "DO_NOT_TRACK": "1", "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api", "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "5",
        "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    command = [*PREFECT, "server", "start", "--host", "127.0.0.1", "--port", port, "--no-ui"]
    with started(command, environment, tmp_path / "server.log"):
        until(lambda: answers(environment["PREFECT_API_URL"]), "the server answers")
        yield environment


def answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/health", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


def ask(server: dict[str, str], what: str, **query: Any) -> list[dict[str, Any]]:
    found = httpx.post(f"{server['PREFECT_API_URL']}/{what}/filter", json=query).json()
    assert isinstance(found, list)
    return found


def completed(server: dict[str, str], count: int) -> list[dict[str, Any]]:
    """Return the runs that are completed, oldest first, when there are so many; fails when one has failed."""
    runs = ask(server, "flow_runs", sort="START_TIME_ASC")
    assert not [run["state"]["message"] for run in runs if run["state_name"] in ("Failed", "Crashed")]
    done = [run for run in runs if run["state_name"] == "Completed"]
    return done if len(done) >= count else []


def artifacts(server: dict[str, str], run: dict[str, Any]) -> dict[str, Any]:
    found = ask(server, "artifacts", artifacts={"flow_run_id": {"any_": [run["id"]]}})
    return {artifact["key"]: artifact["data"] for artifact in found}


def test_the_cron_fires_twice_and_the_second_run_reads_what_is_new(server: dict[str, str], tmp_path: Path, listener: Listener) -> None:
    inbox, warehouse = tmp_path / "inbox", tmp_path / "lake"
    inbox.mkdir()
    write_lines(inbox / "first.jsonl", ARTICLES[:2])
    (inbox / "scan.pdf").write_bytes(b"%PDF-1.7")
    command = [*CASUS, "serve", str(inbox), "--cron", "* * * * *", "--warehouse", str(warehouse), "--workers", "1"]
    command += ["--report-address", "https://casus.example/report.html"]
    server = server | {"CASUS_NOTIFY_URL": os.environ["CASUS_NOTIFY_URL"]}
    with started(command, server, tmp_path / "serve.log"):
        until(lambda: completed(server, 1), "the first run is completed")
        write_lines(inbox / "second.jsonl", ARTICLES[2:])
        until(lambda: completed(server, 2), "the second run is completed")
        runs = until(lambda: completed(server, 3), "a run that began after the article came is completed")

    assert run_query(warehouse, "select count(*) as n from articles").to_pylist() == [{"n": 3}]
    counts = run_query(warehouse, "select new_article_count as n from runs order by recorded_at").to_pylist()
    assert [row["n"] for row in counts if row["n"]] == [2, 1], "what was known was not read again"

    (deployment,) = ask(server, "deployments")
    assert (deployment["name"], deployment["tags"], deployment["concurrency_limit"] or deployment["global_concurrency_limit"]["limit"]) == (
        "casus-run", ["casus"], 1,
    )  # fmt: skip
    form = deployment["parameter_openapi_schema"]["properties"]
    assert all(field["description"] for field in form.values()), "the form in Prefect's page explains every field"
    assert form["runner"]["enum"] == ["process", "dask"]

    assert {run["name"] for run in runs} == {"lake: inbox"}
    assert {tag for run in runs for tag in run["tags"]} >= {"casus"}
    first, *later = runs
    assert first["state"]["message"] == "2 articles read, 2 new or changed; 1 set aside (1 unsupported type)"
    (second,) = (run for run in later if "1 new or changed" in run["state"]["message"])

    left = artifacts(server, first)
    assert "Goma" in left["new-events"] and "Kharkiv" not in left["new-events"]
    left = artifacts(server, second)
    assert {row["place_name"] for row in json.loads(left["new-events"])} == {"Kharkiv"}
    assert isinstance(json.loads(left["disputed-tolls"]), list)
    assert "https://casus.example/report.html" in left["report"]
    assert "Kharkiv" in (warehouse / "report.html").read_text()
    assert [told["message"] for told in listener.told][:1] == [first["state"]["message"]]
    assert {told["deployment_id"] for told in listener.told} == {deployment["id"]}


def test_the_deployments_of_the_file_are_registered_and_a_worker_runs_them(server: dict[str, str], tmp_path: Path) -> None:
    warehouse = tmp_path / "lake"
    given = write_lines(tmp_path / "news.jsonl", ARTICLES)
    for command in (
        ["work-pool", "create", "casus", "--type", "process"],
        ["work-pool", "set-concurrency-limit", "casus", "1"],
        ["--no-prompt", "deploy", "--all"],
    ):
        subprocess.run([*PREFECT, *command], env=server, cwd=ROOT, check=True, capture_output=True)
    found = {deployment["name"]: deployment for deployment in ask(server, "deployments")}
    assert {name: [one["schedule"]["cron"] for one in deployment["schedules"]] for name, deployment in found.items()} == {
        "hourly-feeds": ["0 * * * *"], "nightly-link-and-publish": ["30 2 * * *"],
    }  # fmt: skip
    for deployment in found.values():
        assert all(field["description"] for field in deployment["parameter_openapi_schema"]["properties"].values())
        assert deployment["global_concurrency_limit"]["limit"] == 1

    def due(name: str, parameters: dict[str, Any]) -> None:
        address = f"{server['PREFECT_API_URL']}/deployments/{found[name]['id']}/create_flow_run"
        httpx.post(address, json={"parameters": {"warehouse": str(warehouse)} | parameters}).raise_for_status()

    with started([*PREFECT, "worker", "start", "--pool", "casus"], server, tmp_path / "worker.log"):
        due("hourly-feeds", {"inputs": [given], "workers": 1})
        until(lambda: completed(server, 1), "the articles are read")
        due("nightly-link-and-publish", {"datasets": [{"dataset": "acled", "file": str(FILES / "acled.csv")}]})
        first, second = until(lambda: completed(server, 2), "the dataset is linked")
    assert (first["name"], first["state"]["message"]) == ("lake: news.jsonl", "3 articles read, 3 new or changed; nothing set aside")
    assert (second["name"], second["state"]["message"].split(",")[0]) == ("lake: acled.csv", "acled: 2 rows")
    assert second["state"]["message"].endswith("tables published, report written")
    assert run_query(warehouse, "select count(*) as n from external_events").to_pylist() == [{"n": 2}]

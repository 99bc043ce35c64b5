"""A Prefect API for the whole session, and a few articles written for these tests."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.flows.processes import Listener

ARTICLES: list[dict[str, Any]] = [
    {
        "id": "goma-1", "title": "Shelling kills four in Goma", "published_at": "2024-02-07", "publisher": "Kivu Herald",
        "url": "https://kivuherald.example/goma-shelling",
        "text": "M23 rebels shelled the Mugunga camp near Goma on Tuesday, killing at least four civilians, a local official said.\n\n"
        '"The shells fell on tents where families slept," said Colonel Jean Mbuyi, a spokesman for the army.',
    },
    {
        "id": "goma-2", "title": "Death toll of Goma shelling rises", "published_at": "2024-02-08", "publisher": "Lake Times",
        "url": "https://laketimes.example/toll",
        "text": "Six people were killed when M23 rebels shelled the Mugunga camp near Goma on Tuesday, the United Nations said.",
    },
    {
        "id": "kharkiv", "title": "Missile hits Kharkiv", "published_at": "2024-02-10", "publisher": "Dnipro Post",
        "url": "https://dnipropost.example/kharkiv",
        "text": "A Russian missile struck an apartment block in Kharkiv on Friday night, wounding eleven people, Ukrainian police said.",
    },
]  # fmt: skip


def write_lines(path: Path, rows: list[dict[str, Any]]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


@pytest.fixture(scope="session")
def prefect_api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Prefect's own test harness, with a home of its own and telemetry off."""
    os.environ |= {
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_HOME": str(tmp_path_factory.mktemp("prefect")),
    }
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=180):
        yield


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    with Listener() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("CASUS_NOTIFY_URL", f"http://127.0.0.1:{server.server_port}/hook?key=secret")
        yield server
        server.shutdown()

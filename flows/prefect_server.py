"""A Prefect API for one run: a process beside the run, gone with it, leaving nothing in the user's home.

Prefect's own temporary server makes its database anew by a hundred migrations (10 s here). This one makes it once for each
installed version of Prefect, keeps it empty beside the installed packages, and gives each run a copy.
"""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
import sqlite3
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

# The parts of the API that a run asks.
USED = ("admin", "flows", "flow_runs", "task_runs", "events", "artifacts")
TEMPLATES = Path(sys.prefix) / "share" / "casus"


def serve(port: int, folder: Path) -> None:
    """Serve the API on a loopback port until the parent ends; `folder` is the run's own Prefect home, removed at the end.

    What the process writes goes into `server.log` there."""
    with Path(os.devnull).open("rb") as nothing, (folder / "server.log").open("wb") as log:
        for stream, end in ((0, nothing), (1, log), (2, log)):
            os.dup2(end.fileno(), stream)
    parent = os.getppid()
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)  # Ctrl-C is for the run, which still has to tell Prefect that it was stopped
    threading.Thread(target=_end_with, args=(parent, folder), daemon=True).start()
    gc.disable()  # the server lives for one run, and most of what it makes are its modules
    import uvicorn
    from prefect import __version__
    from prefect.server.api.server import create_app

    _put_first(USED)
    template = TEMPLATES / f"prefect-{__version__}.db"
    database = folder / "prefect.db"
    if template.exists():
        shutil.copyfile(template, database)
    else:
        _make_database(template, database)
    uvicorn.run(create_app(), host="127.0.0.1", port=port, log_level="error", lifespan="on")


def _put_first(names: Sequence[str]) -> None:
    """Let the API look among these routers first: FastAPI readies each router when it first looks into it, and all take half a second."""
    from prefect.server import api
    from prefect.server.api import server

    used = [getattr(api, name).router for name in names]
    setattr(server, "API_ROUTERS", (*used, *(router for router in server.API_ROUTERS if router not in used)))  # noqa: B010 - of another length


def _make_database(template: Path, database: Path) -> None:
    """Make an empty database by Prefect's migrations, and keep a copy where the installation can be written."""
    from prefect.server.database import provide_database_interface

    asyncio.run(provide_database_interface().create_db())
    try:
        template.parent.mkdir(parents=True, exist_ok=True)
        unfinished = template.with_suffix(f".{os.getpid()}")
        with sqlite3.connect(database) as source, sqlite3.connect(unfinished) as target:
            source.backup(target)
        unfinished.replace(template)
    except (OSError, sqlite3.Error):
        return  # a read-only installation: the next run makes its database again


def _end_with(parent: int, folder: Path) -> None:
    """End this process when its parent is gone, however it went."""
    while os.getppid() == parent:
        time.sleep(0.5)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)

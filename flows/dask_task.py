"""What runs on a Dask worker: one batch read by a process beside it, and staged where the loader finds it.

The worker only watches; parser and rules run in a process of their own, as on one machine, so a stuck or fatal article costs
that process and not the worker.
"""

from __future__ import annotations

import socket

from flows.errors import CasusError
from flows.readers import Readers
from flows.staging import Staging
from flows.versions import pipeline_version
from flows.work import Work
from transforms.records import Article


def read_batch(work: Work[Article, str], articles: list[Article], place: str, version: str, seconds: float) -> str:
    """Return the name under which the batch is staged. Raises `CasusError` when this machine reads with other code or seeds."""
    if pipeline_version() != version:
        raise CasusError(
            f"the Dask worker on {socket.gethostname()} has Casus {pipeline_version()}, this run has {version}: "
            "install the same code and seeds on all machines, and start the workers again"
        )
    payloads = Readers().read(work, articles, seconds)
    return Staging(place, version).write(dict(zip(map(Staging.key, articles), payloads, strict=True)))

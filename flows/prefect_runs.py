"""What Prefect asks of every flow: the name of a run, when to try again, and how long to wait for the one loader."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar, cast

# A person waits a minute for another loader to end; a scheduled run has an hour, since the one before it may have much to read.
PERSON_SECONDS = 60
SCHEDULE_SECONDS = 3600

Rows = TypeVar("Rows")


def name_of_run() -> str:
    """Return what a run is called in Prefect: the warehouse, and what goes into it."""
    from prefect.runtime import flow_run

    given = flow_run.parameters
    warehouse = Path(given.get("warehouse", "")).name
    inputs = [str(one).rstrip("/").rsplit("/", 1)[-1] for one in given.get("inputs") or given.get("datasets") or []]
    more = f" and {len(inputs) - 1} more" if len(inputs) > 1 else ""
    return f"{warehouse}: {inputs[0]}{more}" if inputs else warehouse


def loader_patience() -> float:
    """Return the seconds to wait until another loader of the warehouse has ended."""
    from prefect.context import FlowRunContext

    context = FlowRunContext.get()
    is_scheduled = context is not None and context.flow_run is not None and context.flow_run.deployment_id is not None
    return SCHEDULE_SECONDS if is_scheduled else PERSON_SECONDS


def unseen(rows: Rows) -> Rows:
    """Return the rows as a task takes them unseen: Prefect looks for futures in every value that a task is given."""
    from prefect.utilities.annotations import quote

    return cast(Rows, quote(rows))


def is_fault_of_the_outside(task: Any, task_run: Any, state: Any) -> bool:
    """Return whether a task failed for disk, network or object store: the only failures that another try may mend."""
    import httpx

    from warehouse.connect import StoreError

    return isinstance(state.result(raise_on_failure=False), OSError | StoreError | httpx.TransportError)

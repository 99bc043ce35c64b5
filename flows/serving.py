"""The run as a Prefect deployment: on the configured server, or on one that lives as long as `casus serve` does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flows.errors import UsageError
from flows.prefect_api import prepare

DEPLOYMENT = "casus-run"


def serve_runs(inputs: list[str], warehouse: Path, cron: str | None, options: dict[str, Any]) -> None:
    """Register the deployment and run it on schedule until stopped; runs wait for one another, since one loader holds a warehouse."""
    api = prepare(serves=True)
    _check(cron)
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.types.entrypoint import EntrypointType

    from flows.run import run_flow
    from flows.show.progress import Progress

    if api is not None:
        api.wait()
        Progress().note("no PREFECT_API_URL is set: runs are kept only as long as this command lives")
    parameters = {"inputs": inputs, "warehouse": str(warehouse.resolve()), "quiet": True, "report": True} | options
    run_flow.serve(
        name=DEPLOYMENT,
        cron=cron,
        parameters=parameters,
        tags=["casus"],
        description="Reads news articles into the warehouse, publishes its tables and writes the report.",
        global_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE),
        limit=1,
        print_starting_message=False,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def _check(cron: str | None) -> None:
    """Raise `UsageError` for a schedule that cannot be read, before anything is registered."""
    from prefect.client.schemas.schedules import CronSchedule

    if cron is None:
        return
    try:
        CronSchedule(cron=cron)
    except ValueError as error:
        raise UsageError(f'--cron {cron!r} is no schedule; write minute, hour, day, month and weekday, as "0 */6 * * *"') from error

"""Word of a run's end to a configured address: `CASUS_NOTIFY_URL` gets one JSON document by POST, whatever became of the run.

The address may hold a secret, so it is read from the environment and never a parameter that Prefect would show. The field `text` makes
the document a message for Slack, Mattermost and their like; the other fields are for programs. Prefect's own automations
(e-mail, paging) see the same states and need nothing of this.
"""

from __future__ import annotations

import logging
import os
import time
from typing import Any

VARIABLE = "CASUS_NOTIFY_URL"
TRIES = 3
TIMEOUT_SECONDS = 10


def notify(flow: Any, flow_run: Any, state: Any) -> None:
    """Tell the configured address that a run has ended; where that fails it is logged, for the run itself has ended well or not."""
    address = os.environ.get(VARIABLE)
    if not address:
        return
    import httpx

    for pause in range(1, TRIES + 1):
        try:
            httpx.post(address, json=message(flow, flow_run, state), timeout=TIMEOUT_SECONDS).raise_for_status()
            return
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            fault = type(error).__name__  # the error's text holds the address
            time.sleep(pause if pause < TRIES else 0)
    logging.getLogger("prefect.casus").error("%s did not take the news of the run's end: %s", VARIABLE, fault)


def message(flow: Any, flow_run: Any, state: Any) -> dict[str, Any]:
    """Return what is told of a run."""
    return {
        "text": f"{flow.name} {flow_run.name}: {state.name}. {state.message or ''}".rstrip(),
        "flow": flow.name,
        "run_name": flow_run.name,
        "flow_run_id": str(flow_run.id),
        "deployment_id": str(flow_run.deployment_id) if flow_run.deployment_id else None,
        "warehouse": flow_run.parameters.get("warehouse"),
        "state": state.name,
        "state_type": state.type.value,
        "message": state.message,
        "ended_at": state.timestamp.isoformat(),
        "tags": sorted(flow_run.tags),
    }

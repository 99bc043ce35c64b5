"""The clock of a run, which stamps its rows by one reading; `SOURCE_DATE_EPOCH` fixes it, and with it every byte that is written."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime

from flows.errors import UsageError


@dataclass(frozen=True, slots=True)
class Clock:
    """The moment of a run. `is_fixed`: set from outside, so durations are not recorded either."""

    now: datetime
    is_fixed: bool

    @property
    def today(self) -> date:
        """The day of the run, UTC: no article is published after it."""
        return self.now.date()


def read_clock() -> Clock:
    """Return the moment of the run. Raises `UsageError` for a `SOURCE_DATE_EPOCH` that is no number of seconds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return Clock(datetime.fromtimestamp(int(time.time()), UTC), is_fixed=False)
    try:
        return Clock(datetime.fromtimestamp(int(epoch), UTC), is_fixed=True)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}; seconds since 1970 are needed, such as 1705622400") from error

"""Expected failures as one clear message and an exit status; only what nobody expected shows a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from flows.errors import CasusError
from flows.show.plain import printable

STOPPED = "stopped; the warehouse is as it was, and the next run goes on from here"
INTERRUPTED = 130


@contextmanager
def ended() -> Iterator[None]:
    """Turn expected failures inside into a message on standard error and `SystemExit`."""
    try:
        yield
    except CasusError as error:
        _end(str(error), error.exit_status)
    except KeyboardInterrupt:
        _end(STOPPED, INTERRUPTED)
    except SystemExit as error:
        if error.code == INTERRUPTED:  # Typer ends by itself on Ctrl-C, without a word
            _end(STOPPED, INTERRUPTED)
        raise
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)  # the reader, such as `head`, has seen enough
    except Exception as error:
        if _is_of_a_stop(error):
            _end(STOPPED, INTERRUPTED)
        status = _status_of(error)
        if status is None:
            raise
        _end(str(error), status)


def _is_of_a_stop(error: BaseException) -> bool:
    """Whether a failure came while a run that was stopped was ending ("connection refused" by an API that had gone before)."""
    before = error.__cause__ or error.__context__
    return before is not None and (isinstance(before, KeyboardInterrupt) or _is_of_a_stop(before))


def _status_of(error: Exception) -> int | None:
    """Return the exit status of a failure that the warehouse foresees, or None."""
    from warehouse.checks import ChecksFailedError
    from warehouse.conform import ContractError
    from warehouse.connect import StoreError
    from warehouse.link.read import LinkFileError
    from warehouse.lock import WarehouseBusyError
    from warehouse.migrate import SchemaError
    from warehouse.query import QueryError

    if isinstance(error, QueryError | LinkFileError):
        return 2
    return 1 if isinstance(error, ChecksFailedError | ContractError | StoreError | WarehouseBusyError | SchemaError) else None


def _end(message: str, status: int) -> None:
    print(f"casus: {printable(message)}", file=sys.stderr)
    sys.exit(status)

"""A piece of work that is handed to another process: what to do with a batch, and what stands for an item that could not be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pkgutil import resolve_name
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Work(Generic[Item, Result]):
    """Functions are named as `module:function`: the process that hands out the work need not load the parser behind them.

    `do` takes a list of items (and the options) and returns one result an item, in order. `prepare` loads what `do` needs; it is
    called first, and its time does not count. `set_aside` returns the result of an item that took too long or ended its
    process, given the reason."""

    do: str
    prepare: str
    set_aside: Callable[[Item, str], Result]
    options: dict[str, Any] = field(default_factory=dict)

    def get_ready(self) -> None:
        """Load what the work needs."""
        resolve_name(self.prepare)()

    def results(self, items: list[Item]) -> list[Result]:
        """Return the results of the items."""
        return list(resolve_name(self.do)(items, **self.options))


def fault_of(error: Exception) -> str:
    """Return a reason that a developer can follow: what was raised, and in which file and line of ours."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else "?"
    return f"internal error: {type(error).__name__}: {error} ({where}); please report it with the article"

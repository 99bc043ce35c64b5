"""Readings that hang, die or fail on certain texts, as foreign text could make ours: given to a run in place of the real one."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from flows.readers import ARE_COPIES
from flows.worker import annotate_articles
from transforms.records import Article


def ready() -> None:
    """Need nothing."""


def unfit() -> None:
    raise OSError("no such parser")


def process_of(numbers: list[int]) -> list[int]:
    return [os.getpid() for _ in numbers]


def threads_of(numbers: list[int]) -> list[int]:
    return [len(list(Path("/proc/self/task").iterdir())) for _ in numbers]


def doubled(numbers: list[int]) -> list[int]:
    return [2 * number for number in numbers]


def doubled_with_trouble(numbers: list[int], once: str = "") -> list[int]:
    """Double; 13 hangs, 14 kills the process, 15 raises, 16 kills the process the first time only (`once` is a file that remembers)."""
    for number in numbers:
        if number == 13:
            time.sleep(600)
        if number == 14:
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 15:
            raise ValueError("an odd number")
        if number == 16 and not Path(once).exists():
            Path(once).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return doubled(numbers)


def stuck_in_native_code(numbers: list[int]) -> list[int]:
    """Never return to Python, nor let another thread run: 0 needs more steps than there is time, inside one call."""
    return [sum(range(10**15)) if number == 0 else number for number in numbers]


def _keeper() -> int:
    """Return the number of the process that watches this one: it has started it, or what this one is a copy of."""
    parent = os.getppid()
    if not ARE_COPIES:
        return parent
    return int(Path(f"/proc/{parent}/stat").read_text().rpartition(")")[2].split()[1])


def read_or_suffer(articles: list[Article]) -> list[str]:
    """Read articles as they are read; one that says "hangs here" takes minutes, one that says "dies here" takes the process with it."""
    for article in articles:
        if "hangs here" in article.text:
            time.sleep(600)
        if "dies here" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "takes its keeper" in article.text:
            os.kill(_keeper(), signal.SIGKILL)
    return annotate_articles(articles)


def refuse(articles: list[Article]) -> list[str]:
    """Read nothing."""
    raise AssertionError(f"{len(articles)} articles were read again")

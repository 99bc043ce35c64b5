"""Every batch comes back, once and in order, whatever its items do to the process that reads them."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from flows import readers
from flows.errors import CasusError, UsageError
from flows.pool import DASK_VARIABLE, Workers, dask_address
from flows.readers import end_idle, start_early
from flows.reading import ANNOTATING, NORMALIZING
from flows.work import Work
from transforms.records import Article, RawRecord

HOOKS = "tests.flows.hooks"
SENTENCE = "Rebels killed two soldiers near Goma on Monday, an official said. "


def aside(number: int, reason: str) -> str:
    return f"{number} {reason}"


def work(name: str, **options: object) -> Work[int, int | str]:
    return Work(f"{HOOKS}:{name}", f"{HOOKS}:ready", aside, options)


def batches_of(count: int) -> list[list[int]]:
    return [[number] for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 17])
@pytest.mark.parametrize("workers", [1, 2])
def test_no_batch_is_lost(count: int, workers: int) -> None:
    with Workers(workers) as pool:
        assert list(pool.map(work("doubled"), batches_of(count))) == [[2 * number] for number in range(count)]


def test_batches_are_taken_as_they_are_needed() -> None:
    taken = []

    def batches() -> Iterator[list[int]]:
        for number in range(1000):
            taken.append(number)
            yield [number]

    with Workers(2) as pool:
        results = pool.map(work("doubled"), batches())
        next(results)
        assert len(taken) < 10


def test_one_batch_at_a_time_is_read_by_one_process() -> None:
    with Workers(2) as pool:
        assert len({read for (read,) in pool.map(work("process_of"), batches_of(6), at_once=1)}) == 1


def test_reading_is_never_done_in_the_process_of_the_run() -> None:
    with Workers(2) as pool:
        assert [os.getpid()] not in list(pool.map(work("process_of"), batches_of(4)))


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells its threads otherwise")
def test_a_process_reads_articles_in_one_thread() -> None:
    with Workers(1) as pool:
        record = RawRecord(raw_uri="a.html", media="html", body=f"<p>{SENTENCE * 9}</p>", raw_sha256="a")
        (read,) = pool.map(replace(NORMALIZING, options={"today": date(2024, 1, 18)}), [[record]])
        assert list(pool.map(ANNOTATING, [[article for article in read if isinstance(article, Article)]]))
        assert list(pool.map(work("threads_of"), batches_of(1))) == [[1]]


def test_the_process_that_was_started_early_is_the_one_that_reads() -> None:
    end_idle()
    start_early(work("process_of"))
    with Workers(1) as pool:
        first, second = pool.map(work("process_of"), batches_of(2))
    assert first == second


@pytest.mark.parametrize("are_copies", [True, False])
def test_a_process_reads_whether_it_is_a_copy_or_not(are_copies: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    end_idle()
    monkeypatch.setattr(readers, "ARE_COPIES", are_copies)
    start_early(work("doubled"))
    with Workers(2, seconds=1) as pool:
        read = list(pool.map(work("doubled_with_trouble"), [[1, 13, 2], [14], [3, 4]]))
    assert [batch[-1] for batch in read if batch != read[1]] == [4, 8]
    assert "time limit" in str(read[0][1])
    assert "signal 9" in str(read[1][0])
    end_idle()


@pytest.mark.skipif(not readers.ARE_COPIES, reason="no process is a copy on this system")
def test_batches_are_read_though_the_process_that_is_copied_has_ended() -> None:
    end_idle()
    start_early(work("process_of"))
    with Workers(1) as pool:
        (first,) = pool.map(work("process_of"), batches_of(1))
        original = readers._SERVERS[0]
        original.kill()
        assert list(pool.map(work("process_of"), batches_of(1))) == [first]
        assert next(iter(pool.map(work("doubled_with_trouble"), [[1, 14, 2]])))[2] == 4
        assert original not in readers._SERVERS


def test_a_process_that_has_read_much_is_followed_by_a_fresh_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "BATCHES_A_PROCESS", 2)
    with Workers(1) as pool:
        read = [number for (number,) in pool.map(work("process_of"), batches_of(6), at_once=1)]
    assert len(set(read)) >= 3


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (13, "time limit: reading it took more than 1 seconds"),
        (14, "process ended: reading it ended the process by signal 9, Killed"),
        (15, "internal error: ValueError: an odd number (hooks.py:"),
    ],
)
def test_an_item_that_hangs_dies_or_fails_is_set_aside_and_the_others_are_done(given: int, reason: str) -> None:
    with Workers(2, seconds=1) as pool:
        first, second, third = pool.map(work("doubled_with_trouble"), [[1, given, 2], [given], [3, 4]])
    assert (first[0], first[2], third) == (2, 4, [6, 8])
    assert str(first[1]).startswith(f"{given} {reason}")
    assert second == [first[1]]


def test_a_process_that_was_ended_for_a_reason_of_its_own_costs_nothing(tmp_path: Path) -> None:
    with Workers(1) as pool:
        assert list(pool.map(work("doubled_with_trouble", once=str(tmp_path / "died")), [[1, 16, 2]])) == [[2, 32, 4]]


def test_code_that_lets_nobody_else_run_is_stopped_all_the_same() -> None:
    with Workers(1, seconds=1) as pool:
        assert list(pool.map(work("stuck_in_native_code"), [[1, 0, 2]])) == [[1, "0 time limit: reading it took more than 1 seconds", 2]]


def test_a_process_that_cannot_load_what_it_needs_ends_the_run_with_the_reason() -> None:
    unfit: Work[int, int | str] = Work(f"{HOOKS}:doubled", f"{HOOKS}:unfit", aside)
    with pytest.raises(CasusError, match=r"casus doctor(.|\n)*no such parser"), Workers(1) as pool:
        list(pool.map(unfit, [[1]]))


@pytest.fixture
def heard_interrupts() -> Iterator[None]:
    """Hear Ctrl-C as a foreground process does: a shell starts what runs in its background deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard_interrupts")
def test_a_run_that_is_stopped_stops_its_processes() -> None:
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Workers(2) as pool:
        threading.Timer(1, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
        list(pool.map(work("doubled_with_trouble"), [[13], [13], [1]]))
    assert time.monotonic() - began < 30


@pytest.mark.parametrize(
    ("runner", "address", "variable", "found"),
    [
        (None, None, "", None), ("process", None, "tcp://b:1", None), (None, "tcp://a:1", "", "tcp://a:1"),
        ("dask", "tcp://a:1", "tcp://b:1", "tcp://a:1"), ("dask", None, "tcp://b:1", "tcp://b:1"),
    ],
)  # fmt: skip
def test_where_articles_are_read(
    runner: str | None, address: str | None, variable: str, found: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DASK_VARIABLE, variable)
    assert dask_address(runner, address) == found


@pytest.mark.parametrize(("runner", "address"), [("process", "tcp://a:1"), ("dask", None)])
def test_a_runner_and_an_address_that_do_not_fit_are_told(runner: str, address: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DASK_VARIABLE, raising=False)
    with pytest.raises(UsageError, match="--dask"):
        dask_address(runner, address)

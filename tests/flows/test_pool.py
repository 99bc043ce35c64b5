"""Every batch comes back, once and in order, however many there are and whoever works on them."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from flows.pool import Workers


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 17])
@pytest.mark.parametrize("workers", [1, 2])
def test_no_batch_is_lost(count: int, workers: int) -> None:
    with Workers(workers) as pool:
        assert list(pool.map(abs, range(-count, 0))) == list(range(count, 0, -1))


def test_batches_are_taken_as_they_are_needed() -> None:
    taken = []

    def batches() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    with Workers(2) as pool:
        results = pool.map(abs, batches())
        next(results)
        assert len(taken) < 10


def test_a_little_work_stays_in_this_process() -> None:
    with Workers(2) as pool:
        assert list(pool.map(_process, [1, 2][:1])) == [os.getpid()]


def _process(_: int) -> int:
    return os.getpid()

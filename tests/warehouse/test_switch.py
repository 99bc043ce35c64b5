"""A publication cut off before any one of its steps on the disk: readers see it whole or not at all, and the next one finishes it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.test_publish import contents
from tests.warehouse.world import run, world
from warehouse.lock import WarehouseBusyError
from warehouse.publish import PUBLISHING, publish
from warehouse.store import open_store
from warehouse.switch import GENERATIONS, WRITING

STEPS = [(Path, "mkdir"), (Path, "rename"), (Path, "unlink"), (Path, "symlink_to"), (Path, "replace"), (shutil, "rmtree"), (os, "fsync")]


class CutOffError(BaseException):
    """Stands for the end of the process: nothing in the code catches it."""


def cut_off(patch: pytest.MonkeyPatch, at: int) -> list[int]:
    """Let the step of that number, and all after it, fail; return a counter of the steps so far."""
    count = [0]

    def counted(step: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(*arguments: Any, **options: Any) -> Any:
            count[0] += 1
            if count[0] >= at:
                raise CutOffError
            return step(*arguments, **options)

        return stepped

    for place, name in STEPS:
        patch.setattr(place, name, counted(getattr(place, name)))
    return count


def load(folder: Path, number: int) -> None:
    rows = world()
    rows["events"][0]["killed_best"] = rows["events"][0]["killed_high"] = 10 + number
    with open_store(folder, wait_seconds=0) as store:
        store.load(rows, run(f"r{number}", number))


def test_every_step_may_be_the_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(tmp_path, 1)
    publish(tmp_path)
    load(tmp_path, 2)
    before = contents(publish(tmp_path))
    load(tmp_path, 3)
    start = tmp_path.with_name("start")
    shutil.copytree(tmp_path, start, symlinks=True)
    after = contents(publish(tmp_path))
    at = 0
    while True:
        at += 1
        trial = tmp_path.with_name(f"trial{at}")
        shutil.copytree(start, trial, symlinks=True)
        try:
            with monkeypatch.context() as patch:
                steps = cut_off(patch, at)
                publish(trial, checked=False)
            break  # it had fewer steps than that
        except CutOffError:
            pass
        assert contents(trial / "parquet") in (before, after), f"cut off at step {at}"
        assert contents(publish(trial)) == after
        assert not (trial / GENERATIONS / WRITING).exists()
        shutil.rmtree(trial)
    assert steps[0] > 30, "each file is brought to the disk, then the link is turned"


def test_a_second_publication_into_the_same_folder_is_told_who_writes(tmp_path: Path) -> None:
    import fcntl

    load(tmp_path, 1)
    publish(tmp_path)
    with (tmp_path / PUBLISHING).open("a+") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(WarehouseBusyError, match="is being published by"):
            publish(tmp_path, wait_seconds=0)
    publish(tmp_path, wait_seconds=0)

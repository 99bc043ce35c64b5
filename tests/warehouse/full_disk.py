"""What happens on a disk that is full, told on standard output: `python -m tests.warehouse.full_disk FOLDER`, FOLDER on a small disk.

The disk is filled up to a little room before a load and before a publication; then room is made, and the same is done again.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.warehouse.test_publish import contents
from tests.warehouse.world import article, run, world
from warehouse.connect import StoreError
from warehouse.publish import publish
from warehouse.store import Store, open_store
from warehouse.verify import verify

ROOM = 64 * 1024
MORE = {"articles": [article(f"b{number}", os.urandom(2000).hex()) for number in range(400)]}


def fill(folder: Path) -> Path:
    """Write a file that leaves little room on the disk."""
    space = os.statvfs(folder)
    path = folder / "others"
    path.write_bytes(b"\x00" * max(0, space.f_bavail * space.f_frsize - ROOM))
    return path


def state(store: Store) -> tuple[int, list[str]]:
    return store.read_table("articles", ["article_id"]).num_rows, store.read_table("runs", ["run_id"])["run_id"].to_pylist()


def main(folder: Path) -> None:
    """Print one line for each thing that holds; an assertion says which does not."""
    warehouse = folder / "w"
    with open_store(warehouse, wait_seconds=0) as store:
        store.load(world(), run("r1", 20))
        publish(warehouse)
        before, published = state(store), contents(warehouse / "parquet")
        others = fill(folder)
        try:
            store.load(MORE, run("r2", 21), checked=False)
        except StoreError as error:
            print("load:", error)
        others.unlink()
        assert state(store) == before
        print("the store is as it was")
        store.load(MORE, run("r2", 21), checked=False)
        assert state(store) == (before[0] + len(MORE["articles"]), ["r1", "r2"])
        print("the next load went through")
        others = fill(folder)
        try:
            publish(warehouse)
        except StoreError as error:
            print("publish:", error)
        assert contents(warehouse / "parquet") == published
        print("readers see what they saw")
        others.unlink()
        publish(warehouse)
        assert verify(warehouse) == []
        print("the next publication went through")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

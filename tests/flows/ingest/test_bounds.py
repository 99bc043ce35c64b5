"""No input fills the memory: long lines, bombs and endless files are stopped."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from flows.ingest.read import read_documents
from transforms.records import Reject

MEGABYTE = 1024 * 1024


def write_long_line(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b'{"text": "Before."}\n{"text": "')
        for _ in range(50):
            file.write(b"x" * MEGABYTE)
        file.write(b'"}\n{"text": "After."}\n')


def test_a_line_of_50_mb_is_set_aside_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    write_long_line(path)
    items = list(read_documents([str(path)]))
    assert [item.reason if isinstance(item, Reject) else json.loads(item.data)["text"] for item in items] == [
        "Before.",
        "too_large",
        "After.",
    ]
    assert items[1].raw_uri == f"{path}#2"


def test_a_long_line_does_not_grow_the_process(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b'id,text\n1,"' + b"y" * (60 * MEGABYTE) + b'"\n')
    code = (
        "import resource, sys; from flows.ingest.read import read_documents\n"
        "import pyarrow, warcio\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "n = len(list(read_documents([sys.argv[1]])))\n"
        "print(n, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    count, grown = map(int, done.stdout.split())
    assert count >= 1
    assert grown < 80, f"grew by {grown} MiB"


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz"])
def test_a_gzip_bomb_is_stopped(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with gzip.open(path, "wb") as file:
        for _ in range(300):
            file.write((b" " * 1023 + b"\n") * 1024 if "jsonl" in name else b"0" * MEGABYTE)
    (reject,) = list(read_documents([str(path)]))
    assert isinstance(reject, Reject)
    assert reject.reason == "too_large"

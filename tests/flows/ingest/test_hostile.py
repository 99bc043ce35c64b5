"""What is made to do harm is set aside with its reason, in bounded memory, and costs nothing beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.ingest.limits import BATCH_CHARACTERS
from flows.ingest.read import in_batches, read_documents
from flows.ingest.records import records_of
from tests.flows.ingest.hostile import READ, REFUSED, SENTENCE, Write, large_pages, one_text_for_many_rows
from transforms.records import RawRecord, Reject

MOST_GROWTH = 250  # MiB: some copies of a document of 16 MiB, far from what the bombs unpack to


def read(path: Path) -> tuple[list[RawRecord], list[Reject]]:
    found: list[RawRecord | Reject] = []
    for item in read_documents([str(path)]):
        found += [item] if isinstance(item, Reject) else records_of(item)
    return [item for item in found if isinstance(item, RawRecord)], [item for item in found if isinstance(item, Reject)]


@pytest.mark.parametrize(("make", "reasons"), [pytest.param(make, reasons, id=name) for name, make, reasons in REFUSED])
def test_it_is_set_aside(tmp_path: Path, make: Callable[[], Write], reasons: list[str]) -> None:
    records, rejects = read(make()(tmp_path))
    assert [reject.reason for reject in rejects] == reasons
    assert all(len(record.body) <= 16 * 1024**2 for record in records)
    for reject in rejects:
        assert len(reject.value or "") <= 200


@pytest.mark.parametrize(("write", "bodies"), [pytest.param(write, bodies, id=name) for name, write, bodies in READ])
def test_the_good_is_read(tmp_path: Path, write: Write, bodies: list[str]) -> None:
    records, _ = read(write(tmp_path))
    assert len(records) == len(bodies)
    for record, body in zip(records, bodies, strict=True):
        assert record.body.startswith(body.strip())
        record.body.encode("utf-8")


@pytest.mark.parametrize("make", [one_text_for_many_rows, large_pages])
def test_a_parquet_bomb_stays_small(tmp_path: Path, make: Callable[[], Write]) -> None:
    path = make()(tmp_path)
    code = (
        "import resource, sys; from flows.ingest.read import read_documents; import pyarrow.parquet, warcio\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "for item in read_documents([sys.argv[1]]): pass\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True, timeout=60)
    assert int(done.stdout) < MOST_GROWTH


def test_long_records_wait_in_small_batches() -> None:
    bodies = ["x" * (BATCH_CHARACTERS // 2 + 1)] * 5 + ["y"] * 100
    batches = list(in_batches(bodies, 64, len, BATCH_CHARACTERS))
    assert [item for batch in batches for item in batch] == bodies
    assert [len(batch) for batch in batches] == [2, 2, 64, 37]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SENTENCE)
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").symlink_to(secret)
    (folder / "up.txt").symlink_to("../secret.txt")
    (folder / "own.txt").write_text(SENTENCE)
    (folder / "noted.txt").write_text("One was killed.")
    (folder / "noted.txt.meta.json").symlink_to("/etc/hostname")
    (folder / "again.txt").symlink_to(folder / "own.txt")
    (folder / "outside").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.txt")
    records, rejects = read(folder)
    assert [Path(record.raw_uri).name for record in records] == ["again.txt", "noted.txt"], "one text under two names is one document"
    assert {(Path(reject.raw_uri or "").name, reject.reason) for reject in rejects} == {
        ("a.txt", "link_out_of_folder"), ("up.txt", "link_out_of_folder"), ("pipe.txt", "not_a_file"),
        ("noted.txt.meta.json", "link_out_of_folder"),
    }  # fmt: skip
    assert read(folder / "a.txt")[0][0].body == SENTENCE, "a link that a person names is what they mean"

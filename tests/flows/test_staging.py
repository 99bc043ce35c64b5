"""Batches between reading and loading: whole or not there, in a folder or an object store, each warehouse's apart from the others'."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.staging import Staging, staging_place
from tests.warehouse.object_store import KEYS, s3_server
from warehouse.connect import StoreError

PAYLOADS = {"k2": '{"article": "Süd-Kordofan"}', "k1": "{}"}


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """Serve S3 on loopback, with a bucket."""
    from pyarrow import fs

    with pytest.MonkeyPatch.context() as monkeypatch, s3_server() as address:
        for name, value in KEYS.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{address}")
        fs.S3FileSystem(endpoint_override=f"http://{address}", region="us-east-1", allow_bucket_creation=True).create_dir("staged")
        yield "s3://staged"


@pytest.fixture(params=["folder", "store"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(tmp_path) if request.param == "folder" else str(request.getfixturevalue("bucket"))


def test_what_is_written_is_read_by_the_same_version_only(place: str) -> None:
    staging = Staging(f"{place}/one", "1.0")
    name = staging.write(PAYLOADS)
    assert staging.write(dict(reversed(PAYLOADS.items()))) == name, "the same rows have the same bytes"
    assert (staging.batch(name), list(staging.batches())) == (PAYLOADS, [PAYLOADS])
    assert list(Staging(f"{place}/one", "1.1").batches()) == []


def test_clearing_removes_what_is_staged_and_nothing_beside_it(place: str) -> None:
    ours, others = Staging(f"{place}/ours", "1.0"), Staging(f"{place}/others", "1.0")
    ours.write(PAYLOADS)
    Staging(f"{place}/ours", "0.9").write(PAYLOADS)
    others.write(PAYLOADS)
    ours.clear()
    assert [list(one.batches()) for one in (ours, Staging(f"{place}/ours", "0.9"), others)] == [[], [], [PAYLOADS]]
    ours.clear()


def test_a_batch_that_is_not_there_is_none(place: str) -> None:
    assert Staging(f"{place}/empty", "1.0").batch("0.parquet") is None


def test_a_file_that_was_cut_short_is_left_out(tmp_path: Path) -> None:
    staging = Staging(str(tmp_path), "1.0")
    file = tmp_path / "1.0" / staging.write(PAYLOADS)
    file.write_bytes(file.read_bytes()[:-9])
    (tmp_path / "1.0" / f"{file.name}.host-1-1").write_bytes(b"half")
    assert list(staging.batches()) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="see that it exists"):
        Staging(str(tmp_path / "file" / "in"), "1.0").write(PAYLOADS)


def test_each_warehouse_has_a_folder_of_its_own_in_a_shared_place(tmp_path: Path) -> None:
    assert staging_place(tmp_path, None) == str(tmp_path / ".staging")
    first, second = (staging_place(tmp_path / name, "s3://news/staged/") for name in ("first", "second"))
    assert first.startswith("s3://news/staged/casus-") and first != second
    assert staging_place(tmp_path / "first", "s3://news/staged") == first, "a run that goes on finds what the one before it staged"

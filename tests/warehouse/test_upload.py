"""Publication to an object store, on a real server: readers see the old files or the new ones, and errors say what to do."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow.parquet as pq
import pytest
from frictionless import Package
from pyarrow import fs

from tests.warehouse.object_store import KEYS, free_port, s3_server
from tests.warehouse.world import run, world
from warehouse.connect import StoreError
from warehouse.datapackage import read_datapackage
from warehouse.publish import publish
from warehouse.store import open_store
from warehouse.upload import upload

EXPORT = [sys.executable, "-c", "from flows.cli import main; main()", "export"]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with s3_server() as address:
        yield address


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """Return the name of an empty bucket, with the environment set up to reach it."""
    for name, value in (KEYS | {"AWS_ENDPOINT_URL": f"http://{server}"}).items():
        monkeypatch.setenv(name, value)
    name = f"bucket-{hashlib.sha256(request.node.nodeid.encode()).hexdigest()[:12]}"
    fs.S3FileSystem(endpoint_override=server, scheme="http", region="us-east-1", allow_bucket_creation=True).create_dir(name)
    return name


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    with open_store(tmp_path / "w", wait_seconds=0) as store:
        store.load(world(), run("r1"))
    return tmp_path / "w"


def change(warehouse: Path, number: int) -> Path:
    """Load another figure for the strike and publish it."""
    rows = world()
    rows["events"][0]["killed_best"] = rows["events"][0]["killed_high"] = 10 + number
    with open_store(warehouse, wait_seconds=0) as store:
        store.load(rows, run(f"r{number}", 1 + number))
    return publish(warehouse)


def system_of(server: str) -> Any:
    return fs.S3FileSystem(endpoint_override=server, scheme="http", region="us-east-1")


def pointed_to(server: str, root: str) -> dict[str, str]:
    """Return what a reader finds who begins with the pointer: the hash of each table's file; fails where the two do not agree."""
    system = system_of(server)
    with system.open_input_stream(f"{root}/datapackage.json") as stream:
        package = json.loads(stream.read())
    found = {}
    for resource in package["resources"]:
        with system.open_input_stream(f"{root}/{resource['path']}") as stream:
            found[resource["name"]] = f"sha256:{hashlib.sha256(stream.read()).hexdigest()}"
    assert found == {resource["name"]: resource["hash"] for resource in package["resources"]}
    return found


def hashes(folder: Path) -> dict[str, str]:
    return {resource["name"]: resource["hash"] for resource in read_datapackage(folder)["resources"]}


def test_a_reader_who_follows_the_pointer_has_the_rows(warehouse: Path, server: str, bucket: str) -> None:
    folder = publish(warehouse)
    assert upload(folder, f"s3://{bucket}/sahel") == f"s3://{bucket}/sahel/datapackage.json"
    assert pointed_to(server, f"{bucket}/sahel") == hashes(folder)
    system = system_of(server)
    with system.open_input_stream(f"{bucket}/sahel/datapackage.json") as stream:
        package = json.loads(stream.read())
    assert list(Package.metadata_validate(package)) == []
    (path,) = (resource["path"] for resource in package["resources"] if resource["name"] == "casualties")
    assert pq.read_table(f"{bucket}/sahel/{path}", filesystem=system).equals(pq.read_table(folder / "casualties"))
    options = {"endpoint_url": f"http://{server}", "allow_http": "true", "region": "us-east-1"} | {
        name.lower(): KEYS[name] for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    }
    read = pl.scan_parquet(f"s3://{bucket}/sahel/{path}", storage_options=options).collect()
    assert read["count_text"].to_list() == ["Nine", "At least ten"]


@pytest.mark.slow
def test_the_publication_before_is_kept_and_older_ones_go(warehouse: Path, server: str, bucket: str) -> None:
    system = system_of(server)
    kept = []
    for number in (1, 2, 3):
        upload(change(warehouse, number), f"s3://{bucket}/sahel")
        with system.open_input_stream(f"{bucket}/sahel/datapackage.json") as stream:
            kept.append(json.loads(stream.read())["casus_publication"])
        time.sleep(1.1)  # the server tells the age of objects by the second
    found = {info.base_name for info in system.get_file_info(fs.FileSelector(f"{bucket}/sahel/parquet"))}
    assert found == set(kept[1:])
    upload(publish(warehouse), f"s3://{bucket}/sahel")
    assert {info.base_name for info in system.get_file_info(fs.FileSelector(f"{bucket}/sahel/parquet"))} == found


def test_a_reader_never_sees_half_a_publication(warehouse: Path, server: str, bucket: str) -> None:
    folders = [change(warehouse, number).resolve() for number in (1, 2)]
    wanted = [hashes(folder) for folder in folders]
    upload(folders[0], f"s3://{bucket}/sahel")
    seen: list[dict[str, str]] = []
    faults: list[BaseException] = []
    is_over = threading.Event()

    def read() -> None:
        while not is_over.is_set():
            try:
                seen.append(pointed_to(server, f"{bucket}/sahel"))
            except BaseException as error:  # a thread's failure must reach the test
                faults.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(6):
        upload(folders[(number + 1) % 2], f"s3://{bucket}/sahel")
    is_over.set()
    reader.join()
    assert faults == []
    assert len(seen) > 3
    assert all(found in wanted for found in seen)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_an_export_that_is_killed_leaves_the_old_publication_and_the_next_finishes(
    warehouse: Path, server: str, bucket: str, seed: int
) -> None:
    before = hashes(change(warehouse, 1))
    upload(warehouse / "parquet", f"s3://{bucket}/sahel")
    after = hashes(change(warehouse, 2))
    code = f"from pathlib import Path; from warehouse.upload import upload; upload(Path({str(warehouse / 'parquet')!r}), 's3://{bucket}/sahel')"
    with subprocess.Popen([sys.executable, "-c", code]) as process:
        place, count = f"{bucket}/sahel/parquet", random.Random(seed).randrange(2, 2 * len(after))
        while process.poll() is None and _files(server, place) < len(after) + 1 + count:
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
    assert pointed_to(server, f"{bucket}/sahel") in (before, after)
    upload(warehouse / "parquet", f"s3://{bucket}/sahel")
    assert pointed_to(server, f"{bucket}/sahel") == after


def _files(server: str, place: str) -> int:
    return sum(info.is_file for info in system_of(server).get_file_info(fs.FileSelector(place, recursive=True)))


def casus_export(warehouse: Path, to: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")} | {"AWS_EC2_METADATA_DISABLED": "true"}
    return subprocess.run(
        [*EXPORT, "--warehouse", str(warehouse), "--to", to],
        capture_output=True,
        text=True,
        env=given | environment,
        timeout=120,
        check=False,
    )


def test_the_command_takes_the_endpoint_from_the_address(warehouse: Path, server: str, bucket: str) -> None:
    done = casus_export(warehouse, f"s3://{bucket}/sahel?endpoint_override={server}&scheme=http", **KEYS)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"s3://{bucket}/sahel/datapackage.json\n", "")
    assert pointed_to(server, f"{bucket}/sahel") == hashes(publish(warehouse))


def test_a_file_address_is_a_folder(warehouse: Path, tmp_path: Path) -> None:
    done = casus_export(warehouse, f"file://{tmp_path}/my%20share")
    assert (done.returncode, done.stdout) == (0, f"{tmp_path}/my share/parquet\n")
    assert hashes(tmp_path / "my share" / "parquet") == hashes(publish(warehouse))


def test_what_cannot_be_reached_is_told_with_what_to_do(warehouse: Path, server: str, bucket: str) -> None:
    publish(warehouse)
    with pytest.raises(StoreError, match=r"s3://no-such-bucket/x.*no such bucket; make it"):
        upload(warehouse / "parquet", f"s3://no-such-bucket/x?endpoint_override={server}&scheme=http")
    nobody = f"s3://{bucket}/x?endpoint_override=127.0.0.1:{free_port()}&scheme=http"
    done = casus_export(warehouse, nobody, **KEYS)
    assert done.returncode == 1
    assert "the store does not answer" in done.stderr
    assert "Traceback" not in done.stderr
    wrong = casus_export(warehouse, "ftp://host/x")
    assert (wrong.returncode, "s3://bucket/prefix" in wrong.stderr) == (2, True)


@pytest.mark.slow
def test_refused_credentials_are_told_with_what_to_set(warehouse: Path) -> None:
    with s3_server(INITIAL_NO_AUTH_ACTION_COUNT="0") as strict:
        for keys, words in (({}, "no credentials were found"), (KEYS, "refused the credentials")):
            done = casus_export(warehouse, f"s3://bucket/x?endpoint_override={strict}&scheme=http", HOME=str(warehouse), **keys)
            assert done.returncode == 1
            assert f"{words}: set AWS_ACCESS_KEY_ID" in done.stderr, done.stderr
            assert "Traceback" not in done.stderr

"""Publish to an object store such as S3, where there are no links to turn: the folder of a publication first, what points to it last.

    s3://bucket/prefix/parquet/<id>/<table>/part-0.parquet     one publication, never changed once it is whole
    s3://bucket/prefix/parquet/<id>/datapackage.json
    s3://bucket/prefix/datapackage.json                        the pointer: its resources' paths lead into parquet/<id>/

A store replaces one object in one step, so a reader who begins with the pointer sees the old publication or the new one, whole. The one
before is kept for those who are still reading. An upload that died leaves objects that nothing points to; the next one takes over those
that are whole, and clears what has not grown since the pointer was last written.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

from warehouse.connect import StoreError
from warehouse.datapackage import DATAPACKAGE, file_sha256, pointing_to, read_datapackage
from warehouse.storage import open_storage
from warehouse.switch import PARQUET

COPIED_BYTES = 8 << 20  # a part of a multipart upload is at least 5 MiB
KEYS_TO_SET = (
    "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (AWS_SESSION_TOKEN too, where you have one) or AWS_PROFILE, "
    "and see that they may write to the bucket"
)
# What the stores' clients say, and what that means for a person.
MEANINGS = (
    (("NO_SUCH_BUCKET", "ucket does not exist"), "there is no such bucket; make it, or name another with --to"),
    (
        ("NETWORK_CONNECTION", "Could not connect", "resolve host", "timed out", "Timeout"),
        "the store does not answer: look at the network and at the endpoint (AWS_ENDPOINT_URL, or ?endpoint_override= in the address), "
        "then export again",
    ),
    (("PermanentRedirect", "MOVED_PERMANENTLY", "status 301"), "the bucket is in another region: add ?region= to the address"),
    (
        ("ACCESS_DENIED", "ACCESS_KEY_ID", "SIGNATURE_DOES_NOT_MATCH", "TOKEN", "status 401", "status 403"),
        f"the store refused the credentials: {KEYS_TO_SET}",
    ),
)
CREDENTIALS = ("AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")


def upload(folder: Path, to: str) -> str:
    """Bring a folder that `publish` wrote to an object store and point to it; return the address of the pointer.

    Raises StoreError where the store is not there, refuses or loses objects; readers then see what they saw before."""
    system, root = open_storage(to)
    address = f"{to.split('://', maxsplit=1)[0]}://{root}"
    try:
        _publish_to(system, root, folder)
    except OSError as error:
        raise StoreError(
            f"cannot publish to {address}, where readers see what they saw before: {_meaning(error, system.type_name == 's3')} ({error})"
        ) from error
    return f"{address}/{DATAPACKAGE}"


def _publish_to(system: Any, root: str, folder: Path) -> None:
    package = read_datapackage(folder)
    package_id = file_sha256(folder / DATAPACKAGE)[:16]
    pointer = f"{root}/{DATAPACKAGE}"
    before, written_at = _pointer(system, pointer)
    generation = f"{root}/{PARQUET}/{package_id}"
    sizes = {f"{generation}/{path}": (folder / path).stat().st_size for path in (*_paths(package), DATAPACKAGE)}
    there = _sizes(system, generation)
    for path, size in sizes.items():
        if there.get(path) != size:
            _copy(system, folder / path.removeprefix(f"{generation}/"), path)
    lost = sorted(path for path, size in sizes.items() if _sizes(system, generation).get(path) != size)
    if lost:
        raise OSError(f"{lost[0]} is not there after it was written; does another export clear the same place? Then run this one again")
    previous = before.get("casus_publication")
    if previous == package_id:
        previous = before.get("casus_previous")
    text = json.dumps(pointing_to(package, f"{PARQUET}/{package_id}", package_id, previous), indent=1, ensure_ascii=False) + "\n"
    with system.open_output_stream(pointer) as stream:
        stream.write(text.encode())
    _clear(system, f"{root}/{PARQUET}", {package_id, previous}, written_at)


def _paths(package: dict[str, Any]) -> list[str]:
    return [str(resource["path"]) for resource in package["resources"]]


def _pointer(system: Any, path: str) -> tuple[dict[str, Any], Any]:
    """Return what the pointer says now and when it was written; nothing where there is none or it is not one of ours."""
    found = system.get_file_info(path)
    if not found.is_file:
        return {}, None
    with system.open_input_stream(path) as stream:
        try:
            package = json.loads(stream.read())
        except ValueError:
            package = {}
    return (package if isinstance(package, dict) else {}), found.mtime


def _sizes(system: Any, folder: str) -> dict[str, int]:
    return {info.path: info.size for info in _files(system, folder)}


def _files(system: Any, folder: str) -> list[Any]:
    from pyarrow import fs

    return [info for info in system.get_file_info(fs.FileSelector(folder, recursive=True, allow_not_found=True)) if info.is_file]


def _copy(system: Any, source: Path, path: str) -> None:
    with source.open("rb") as file, system.open_output_stream(path) as stream:
        shutil.copyfileobj(file, stream, COPIED_BYTES)


def _clear(system: Any, folder: str, kept: set[str | None], written_at: Any) -> None:
    """Delete the publications that nothing points to, but none that grew after the pointer before: another export may be writing it."""
    newest: dict[str, Any] = {}
    for info in _files(system, folder):
        name = info.path.removeprefix(f"{folder}/").split("/")[0]
        newest[name] = max(newest.get(name, info.mtime), info.mtime)
    for name, mtime in newest.items():
        if name not in kept and written_at is not None and mtime <= written_at:
            system.delete_dir(f"{folder}/{name}")


def _meaning(error: OSError, is_s3: bool) -> str:
    for marks, meaning in MEANINGS:
        if any(mark in str(error) for mark in marks):
            return meaning
    if is_s3 and not any(map(os.environ.get, CREDENTIALS)) and not Path("~/.aws").expanduser().is_dir():
        return f"no credentials were found: {KEYS_TO_SET}"
    return "look at what the store says, then export again"

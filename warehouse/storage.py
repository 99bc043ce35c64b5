"""Folders that need not be on this machine's disk: a path, or the address of an object store such as `s3://bucket/folder`.

Credentials and region come from where the AWS tools look for them (`AWS_ACCESS_KEY_ID`, `AWS_PROFILE`, an instance's role).
`AWS_ENDPOINT_URL` names a store that is not Amazon's (MinIO, Ceph, Garage); pyarrow's own client does not read it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from warehouse.connect import StoreError

ADDRESSES = ("s3://", "gs://", "gcs://", "abfs://", "abfss://")


def is_remote(place: str | Path) -> bool:
    """Return whether a place is the address of an object store, not a folder."""
    return str(place).startswith(ADDRESSES)


def open_storage(place: str | Path) -> tuple[Any, str]:
    """Return the pyarrow file system of a place, and the place's path in it; StoreError when the address cannot be understood."""
    from pyarrow import fs

    if not is_remote(place):
        return fs.LocalFileSystem(), str(Path(place).resolve())
    address = str(place).rstrip("/")
    endpoint = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL")
    try:
        if address.startswith("s3://") and endpoint and "endpoint_override=" not in address:
            # Another store than Amazon's has no region to find and rarely a domain for each bucket.
            system = fs.S3FileSystem(endpoint_override=endpoint, region=os.environ.get("AWS_REGION", "us-east-1"))
            return system, address.removeprefix("s3://")
        system, path = fs.FileSystem.from_uri(address)
    except (OSError, ValueError) as error:
        raise StoreError(
            f"cannot open {place}: {error}; write it as s3://bucket/folder, with the credentials in the environment"
        ) from error
    return system, path

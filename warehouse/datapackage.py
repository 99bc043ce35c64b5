"""`datapackage.json`: schema, row count and SHA-256 of every Parquet file, after https://specs.frictionlessdata.io/data-package/."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from warehouse.changes import group_of
from warehouse.contract import SCHEMA_VERSION
from warehouse.declare import Table
from warehouse.render import table_schema

DATAPACKAGE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Resource:
    """One published file; `size` in bytes."""

    table: Table
    path: str
    rows: int
    size: int
    sha256: str


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def datapackage(resources: list[Resource], until: datetime | None) -> dict[str, Any]:
    """Return the description of a publication; its only time is that of the last run, so the same rows give the same bytes.

    `until`: the `recorded_at` of the last run in it, which the next `casus export --since` begins after."""
    return {
        "name": "casus",
        "title": "Events, actors, casualty claims and quotations read from news articles by Casus",
        "profile": "data-package",
        "casus_schema_version": SCHEMA_VERSION,
        "casus_recorded_until": None if until is None else until.astimezone(UTC).isoformat(),
        "resources": [
            {
                "name": resource.table.name,
                "path": resource.path,
                "description": resource.table.grain,
                "format": "parquet",
                "mediatype": "application/vnd.apache.parquet",
                "rows": resource.rows,
                "bytes": resource.size,
                "hash": f"sha256:{resource.sha256}",
                "casus_replaced_by": None if resource.table.replaced_by == "log" else group_of(resource.table),
                "schema": table_schema(resource.table),
            }
            for resource in resources
        ],
    }


def write_datapackage(folder: Path, resources: list[Resource], until: datetime | None) -> str:
    """Write `datapackage.json` and return the publication's id: the first 16 digits of that file's SHA-256."""
    path = folder / DATAPACKAGE
    path.write_text(json.dumps(datapackage(resources, until), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return file_sha256(path)[:16]


def pointing_to(package: dict[str, Any], folder: str, package_id: str, previous: str | None) -> dict[str, Any]:
    """Return the description as it stands above the publication's folder, with its id and that of the one kept from before."""
    resources = [{**resource, "path": f"{folder}/{resource['path']}"} for resource in package["resources"]]
    return {**package, "casus_publication": package_id, "casus_previous": previous, "resources": resources}


def read_datapackage(folder: Path) -> dict[str, Any]:
    """Return the description beside published files."""
    package: dict[str, Any] = json.loads((folder / DATAPACKAGE).read_text(encoding="utf-8"))
    return package

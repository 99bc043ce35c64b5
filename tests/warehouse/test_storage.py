"""A folder or an address: which file system it leads to, and by which path."""

from __future__ import annotations

from pathlib import Path

import pytest

from warehouse.connect import StoreError
from warehouse.storage import is_remote, open_storage


def test_a_path_leads_to_this_machine(tmp_path: Path) -> None:
    system, path = open_storage(tmp_path / "staged")
    assert (system.type_name, path, is_remote(tmp_path)) == ("local", str(tmp_path / "staged"), False)


def test_an_address_leads_to_the_store_that_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9000")
    system, path = open_storage("s3://news/casus/")
    assert (system.type_name, path, is_remote("s3://news/casus")) == ("s3", "news/casus", True)


def test_an_address_that_names_no_bucket_is_told() -> None:
    with pytest.raises(StoreError, match="s3://bucket/folder"):
        open_storage("s3://?endpoint_override=x&nonsense=1")

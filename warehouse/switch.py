"""Turn the link `DIR/parquet` from one publication to the next in one step, so that readers see the old files or the new ones, whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from warehouse.connect import StoreError

PARQUET = "parquet"
GENERATIONS = ".parquet"
WRITING = "writing"


def begin_writing(target: Path) -> Path:
    """Return an empty folder to write a publication into; what a publication that died left there goes."""
    writing = target / GENERATIONS / WRITING
    if writing.exists():
        shutil.rmtree(writing)
    writing.mkdir(parents=True)
    return writing


def switch(target: Path, writing: Path, package_id: str) -> Path:
    """Make the written folder the one that `parquet` leads to, and keep the one before it; return the link."""
    link = target / PARQUET
    if link.is_dir() and not link.is_symlink():
        raise StoreError(f"{link} is a folder that Casus did not make; move it away or choose another folder")
    before = link.resolve().name if link.is_symlink() else None
    generation = writing.with_name(package_id)
    _settle(writing)
    if generation.exists():  # published before with the same content, perhaps by a run that died before the switch
        shutil.rmtree(generation if before != package_id else writing)
    if writing.exists():
        writing.rename(generation)
        _sync(generation.parent)
    turned = target / GENERATIONS / "link"
    turned.unlink(missing_ok=True)
    turned.symlink_to(Path(GENERATIONS) / package_id)
    turned.replace(link)
    _sync(target)
    for old in (target / GENERATIONS).iterdir():
        if old.name not in (package_id, before):
            shutil.rmtree(old)
    return link


def _settle(folder: Path) -> None:
    """Bring every file and folder to the disk: a machine that loses its power after the switch has whole files behind the link."""
    for path in sorted(folder.rglob("*")):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

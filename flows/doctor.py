"""What could keep Casus from working on this machine, and what to do about it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

FREE_BYTES_WANTED = 1024**3
PACKAGES = ("prefect", "duckdb", "pyarrow", "pandas", "spacy", "trafilatura")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    what: str
    is_well: bool
    found: str
    advice: str = ""


def examine(warehouse: Path) -> list[Finding]:
    """Return what was found, in the order in which it matters."""
    looks: list[Callable[[], Iterator[Finding]]] = [
        _python,
        _packages,
        _seeds,
        _parser,
        lambda: _disk(warehouse),
        lambda: _store(warehouse),
        _prefect,
    ]
    findings: list[Finding] = []
    for look in looks:
        try:
            findings += look()
        except Exception as error:  # whatever breaks here is what the person came to find out
            findings.append(
                Finding(look.__name__.strip("_<>"), False, f"{type(error).__name__}: {error}", "Set up anew: make clean install")
            )
    return findings


def _python() -> Iterator[Finding]:
    supported = (3, 11) <= sys.version_info[:2] <= (3, 13)
    yield Finding(
        "Python", supported, sys.version.split()[0], "" if supported else "Casus runs on 3.11 to 3.13: make clean install PYTHON=python3.12"
    )


def _packages() -> Iterator[Finding]:
    for name in PACKAGES:
        try:
            yield Finding(name, True, version(name))
        except PackageNotFoundError:
            yield Finding(name, False, "not installed", "make install")


def _seeds() -> Iterator[Finding]:
    from flows.versions import pipeline_version
    from transforms.seed_tables import SEEDS, read_seed

    for path in sorted(SEEDS.glob("*.csv")):
        if not read_seed(path.stem):
            yield Finding("seeds", False, f"{path.name} has no rows", "git checkout seeds")
    yield Finding("seeds", True, f"{len(list(SEEDS.glob('*.csv')))} tables; code and seeds are version {pipeline_version()}")


def _parser() -> Iterator[Finding]:
    from transforms.parse import load_parser

    parser = load_parser()
    name = os.environ.get("CASUS_PARSER", "the one in seeds/parser")
    needed = {"tagger", "morphologizer", "parser"} - set(parser.pipe_names)
    advice = f"CASUS_PARSER names a pipeline without {', '.join(sorted(needed))}" if needed else ""
    yield Finding("parser", not needed, f"{name}: {' '.join(parser.pipe_names)}", advice)


def _disk(warehouse: Path) -> Iterator[Finding]:
    folder = next(path for path in (warehouse.resolve(), *warehouse.resolve().parents) if path.exists())
    free = shutil.disk_usage(folder).free
    writable = os.access(folder, os.W_OK)
    advice = "" if writable else f"choose another --warehouse, or make {folder} writable"
    yield Finding("disk", writable and free > FREE_BYTES_WANTED, f"{free / 1024**3:.1f} GiB free at {folder}", advice)


def _store(warehouse: Path) -> Iterator[Finding]:
    if not (warehouse / "casus.duckdb").exists():
        yield Finding("warehouse", True, f"none in {warehouse} yet; casus run makes it")
        return
    from warehouse.query import run_query

    rows = run_query(warehouse, "select count(*) as articles from articles where is_current").to_pylist()
    yield Finding("warehouse", True, f"{rows[0]['articles']} articles in {warehouse}")


def _prefect() -> Iterator[Finding]:
    from flows.prefect_api import prepare

    api = prepare()
    if api is None:
        from urllib.request import urlopen

        url = os.environ.get("PREFECT_API_URL", "")
        with urlopen(f"{url}/health", timeout=10) as answer:  # noqa: S310 - the address that the person configured
            yield Finding("Prefect", answer.status == 200, url, "" if answer.status == 200 else "start it: prefect server start")
        return
    api.wait()
    yield Finding("Prefect", True, "its temporary API starts and answers")

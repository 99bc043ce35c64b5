"""All inputs as one stream of documents, in the order given; nothing is held but the document at hand."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, TypeVar

from flows.errors import UsageError
from flows.ingest.columns import read_parquet
from flows.ingest.decode import decode
from flows.ingest.document import Document, rejected
from flows.ingest.files import SourceFile, source_files
from flows.ingest.json_lines import read_json_lines
from flows.ingest.single import read_single
from flows.ingest.streams import UNREADABLE, TooLargeError, bounded_lines, opened
from flows.ingest.tables import read_csv
from flows.ingest.web_archive import read_web_archive
from transforms.records import Reject

Item = TypeVar("Item")
Fetch = Callable[[Iterable[str]], Iterator[Document | Reject]]
STANDARD_INPUT = "-"


def no_pages(addresses: Iterable[str]) -> Iterator[Document | Reject]:
    """Fetch nothing: for looking at what a run would read."""
    yield from ()


def is_address(given: str) -> bool:
    """Return whether an input is a URL rather than a path."""
    return given.lower().startswith(("http://", "https://"))


def check_inputs(inputs: Iterable[str]) -> None:
    """Raise `UsageError` for the first path with nothing at it, before any work is done."""
    for given in inputs:
        if "://" in given and not is_address(given):
            raise UsageError(f"only http and https addresses are fetched, not {given}")
        if given != STANDARD_INPUT and not is_address(given):
            next(source_files(given), None)


def read_documents(inputs: Iterable[str], published: str | None = None, fetch: Fetch = no_pages) -> Iterator[Document | Reject]:
    """Yield the documents of all inputs. A file that is named twice is read once; `published` is the day to fall back on.

    `fetch` gets the pages at addresses."""
    seen: set[Path] = set()
    for given in inputs:
        for item in _documents_of(given, seen, fetch):
            if isinstance(item, Document) and published and item.published_hint is None:
                yield replace(item, published_hint=published, published_hint_basis="argument")
            else:
                yield item


def _documents_of(given: str, seen: set[Path], fetch: Fetch) -> Iterator[Document | Reject]:
    if given == STANDARD_INPUT:
        yield from read_json_lines(sys.stdin.buffer, "stdin")
        return
    if is_address(given):
        yield from fetch([given])
        return
    for source in source_files(given):
        if isinstance(source, Reject):
            yield source
        elif (real := source.path.resolve()) not in seen:
            seen.add(real)
            yield from _read_file(source, fetch)


def _read_file(source: SourceFile, fetch: Fetch) -> Iterator[Document | Reject]:
    """Yield the file's documents; whatever is wrong with the file as a whole ends it with one reject, never the run."""
    from pyarrow import ArrowException
    from warcio.exceptions import ArchiveLoadFailed

    try:
        yield from _documents_in(source, fetch)
    except TooLargeError as error:
        yield rejected(source.raw_uri, "too_large", str(error))
    except csv.Error as error:
        yield rejected(source.raw_uri, "invalid_csv", str(error))
    except (ArrowException, ArchiveLoadFailed, UnicodeDecodeError) as error:
        yield rejected(source.raw_uri, f"invalid_{source.suffix[1:]}", str(error))
    except UNREADABLE as error:
        yield rejected(source.raw_uri, "unreadable", str(error))


def _documents_in(source: SourceFile, fetch: Fetch) -> Iterator[Document | Reject]:
    if source.suffix in (".txt", ".html", ".htm"):
        yield from read_single(source)
    elif source.suffix == ".parquet":
        yield from read_parquet(source)
    elif source.suffix == ".warc":
        with opened(source.path) as stream:
            yield from read_web_archive(stream, source.raw_uri)
    elif source.suffix == ".urls":
        with opened(source.path) as stream:
            yield from fetch(listed_addresses(stream))
    else:
        with opened(source.path) as stream:
            yield from (read_csv if source.suffix == ".csv" else read_json_lines)(stream, source.raw_uri)


def listed_addresses(stream: BinaryIO) -> Iterator[str]:
    """Yield the addresses of a `.urls` file: one a line; empty lines and those that begin with # are notes."""
    for _, line in bounded_lines(stream):
        address = (decode(line) or "").strip() if line else ""
        if address and not address.startswith("#"):
            yield address


def in_batches(
    items: Iterable[Item], size: int, length: Callable[[Item], int] = lambda _: 0, most: int = sys.maxsize
) -> Iterator[list[Item]]:
    """Yield the items in lists of `size`, the last one shorter; a list whose lengths add up to `most` ends early."""
    batch: list[Item] = []
    total = 0
    for item in items:
        batch.append(item)
        total += length(item)
        if len(batch) == size or total >= most:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch

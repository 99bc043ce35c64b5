"""Which files an input names: sorted, each once, with a reject for what Casus does not read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from flows.errors import UsageError
from flows.ingest.document import rejected
from transforms.records import Reject

SUFFIXES = (".txt", ".html", ".htm", ".jsonl", ".ndjson", ".csv", ".parquet", ".warc", ".urls")
PACKED = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz", ".tar.bz2", ".7z", ".rar")
SINGLE = (".txt", ".html", ".htm")  # a file of these is one article, and may have a sidecar
SIDECAR = ".meta.json"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: where it is, how the user named it (`raw_uri`), and its suffix without `.gz`.

    `folder` is the folder that was named, out of which no link may lead; None where the file itself was named."""

    path: Path
    raw_uri: str
    suffix: str
    folder: Path | None = None

    def may_read(self, path: Path) -> bool:
        """Return whether a file of the folder lies in it, wherever links lead: an unpacked archive may hold links to anything."""
        return self.folder is None or path.resolve().is_relative_to(self.folder.resolve())


def source_files(given: str) -> Iterator[SourceFile | Reject]:
    """Yield the file that is named, or a folder's files, recursively and sorted; hidden files and folders are left alone.

    Raises `UsageError` when there is nothing at the path.
    """
    path = Path(given)
    if not path.exists():
        raise UsageError(f"no such file or folder: {given}\n  Look at the spelling; the folder you are in is {Path.cwd()}")
    if not path.is_dir():
        yield _source(path, _named(given))
        return
    for folder, names, files in os.walk(path):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if name.startswith("."):
                continue
            file = Path(folder) / name
            uri = _named(PurePosixPath(given) / file.relative_to(path).as_posix())
            if name.endswith(SIDECAR):
                told = name.removesuffix(SIDECAR)
                named = _articles_of(file)
                if not named:
                    yield rejected(uri, "sidecar_without_article", f"no article named {told}, {told}.txt or {told}.html is beside it")
                elif len(named) > 1 and file.with_name(told) not in named:
                    yield rejected(uri, "sidecar_without_article", f"{len(named)} articles are named {told}; add the suffix of one")
                continue
            yield _source(file, uri, path)


def sidecars(article: Path) -> list[Path]:
    """Return where an article's metadata may lie: `a.txt.meta.json` before `a.meta.json`, which serves where only one article is `a`."""
    name = article.name.removesuffix(".gz")
    own = [article.with_name(other + SIDECAR) for other in dict.fromkeys((article.name, name))]
    shared = article.with_name(Path(name).stem + SIDECAR)
    return [*own, *([shared] if _articles_of(shared) == [article] else [])]


def _articles_of(sidecar: Path) -> list[Path]:
    """Return the articles that lie beside a sidecar and bear its name, whole or without their suffix."""
    told = sidecar.name.removesuffix(SIDECAR)
    names = [told, *(f"{told}{suffix}{packed}" for suffix in SINGLE for packed in ("", ".gz"))]
    return [found for name in names if (found := sidecar.with_name(name)).is_file()]


def link_out(raw_uri: str) -> Reject:
    """Return the reject of a link that leads out of the folder."""
    return rejected(raw_uri, "link_out_of_folder", "a link that leads out of the folder; name the file itself to read it")


def _source(path: Path, raw_uri: str, folder: Path | None = None) -> SourceFile | Reject:
    if not path.is_file():
        return rejected(raw_uri, "not_a_file", "a pipe, socket, device or broken link")
    suffix = Path(path.name.lower().removesuffix(".gz")).suffix
    if suffix in SUFFIXES:
        source = SourceFile(path, raw_uri, suffix, folder)
        return source if source.may_read(path) else link_out(raw_uri)
    if path.name.lower().endswith(PACKED):
        return rejected(raw_uri, "unsupported_type", f"{path.suffix}: unpack it, and name the folder")
    return rejected(raw_uri, "unsupported_type", f"{path.suffix or 'no suffix'}: Casus reads {' '.join(SUFFIXES)}, each also .gz")


def _named(path: object) -> str:
    """Return the path as the user wrote it, with bytes that are not UTF-8 replaced."""
    return os.fsencode(str(path)).decode("utf-8", "replace")

"""Which code and seeds read an article: when they change, what was read before is known to be of an earlier reading."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
READERS = ("transforms/**/*.py", "seeds/*.csv", "seeds/places/*", "seeds/parser/model/**/*")


def casus_version() -> str:
    """Return the version of Casus."""
    return version("casus")


@cache
def pipeline_version() -> str:
    """Return the version of Casus with a hash of all that decides what is read from a text: code, seeds, parser, spaCy."""
    digest = hashlib.sha256(f"{version('spacy')}\x1f{os.environ.get('CASUS_PARSER', '')}".encode())
    for pattern in READERS:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                digest.update(path.relative_to(ROOT).as_posix().encode() + b"\x00")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{casus_version()}+{digest.hexdigest()[:12]}"

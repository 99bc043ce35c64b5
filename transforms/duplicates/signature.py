"""A MinHash signature of an article's wording: small enough to keep, equal on every machine, and comparable with any other."""

from __future__ import annotations

import hashlib
import re

import numpy as np
from datasketch import MinHash

PERMUTATIONS = 128  # a Jaccard estimate's standard error is then about 0.04
_SHINGLE = 5  # words: a run of five is rarely shared by two articles that were written apart
_SEED = 1
_SCHEME = "affine32"  # named, so that signatures of different runs stay comparable
_WORD = re.compile(r"\w+")


def shingles(text: str) -> set[str]:
    """Return the runs of five words of a text, folded to lower case; a shorter text is one run."""
    words = _WORD.findall(text.lower())
    if len(words) < _SHINGLE:
        return {" ".join(words)} if words else set()
    return {" ".join(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)}


def signature(text: str) -> bytes:
    """Return the text's signature (128 unsigned 32-bit numbers, little-endian): store it, and later articles need not be read again."""
    sketch = MinHash(num_perm=PERMUTATIONS, seed=_SEED, hashfunc=_hash, scheme=_SCHEME)
    sketch.update_batch([shingle.encode() for shingle in sorted(shingles(text))])
    return np.asarray(sketch.hashvalues, dtype="<u4").tobytes()


def sketch_of(stored: bytes) -> MinHash:
    """Return the MinHash of a stored signature."""
    values = np.frombuffer(stored, dtype="<u4").astype(np.uint64)
    return MinHash(num_perm=PERMUTATIONS, seed=_SEED, hashfunc=_hash, hashvalues=values, scheme=_SCHEME)


def _hash(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=4).digest(), "little")

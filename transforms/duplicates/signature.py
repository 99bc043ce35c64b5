"""A MinHash signature of an article's wording, cut into bands: small enough to keep, equal on every machine.

Texts that share a band may share most of their wording, so later articles are compared with those only.
"""

from __future__ import annotations

import hashlib
import re

import numpy as np
from datasketch import MinHash

PERMUTATIONS = 128  # a Jaccard estimate's standard error is then about 0.04
# 37 bands of 3 values: one in two pairs that share three in ten of their wording meet in a band, of those that share half 99 in 100.
BANDS = 37
_ROWS = 3
_BUCKET_BITS = 40  # of a band's hash: in a million articles a handful of pairs meet by chance
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


def bands(text: str) -> tuple[int, ...]:
    """Return the hash of each band of the text's signature, as numbers below 2^40; none for a text without words."""
    runs = shingles(text)
    if not runs:
        return ()
    sketch = MinHash(num_perm=PERMUTATIONS, seed=_SEED, hashfunc=_hash, scheme=_SCHEME)
    sketch.update_batch([run.encode() for run in sorted(runs)])
    values = np.asarray(sketch.hashvalues, dtype="<u4")
    return tuple(_bucket(band, values[band * _ROWS : (band + 1) * _ROWS].tobytes()) for band in range(BANDS))


def _bucket(band: int, values: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(bytes([band]) + values, digest_size=_BUCKET_BITS // 8).digest(), "little")


def _hash(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=4).digest(), "little")

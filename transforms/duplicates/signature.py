"""A MinHash signature of an article's wording, cut into bands: small enough to keep, equal on every machine.

Texts that share a band may share most of their wording, so later articles are compared with those only.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

PERMUTATIONS = 128  # a Jaccard estimate's standard error is then about 0.04
# 37 bands of 3 values: one in two pairs that share three in ten of their wording meet in a band, of those that share half 99 in 100.
BANDS = 37
_ROWS = 3
_BUCKET_BITS = 40  # of a band's hash: in a million articles a handful of pairs meet by chance
_SHINGLE = 5  # words: a run of five is rarely shared by two articles that were written apart
# The permutations h -> a * h + b modulo 2^32, a odd, that `datasketch.MinHash(seed=1, scheme="affine32")` draws; a test holds both equal.
# That library is not asked itself: it loads SciPy and Redis, which costs a process a second.
_RANDOM = np.random.RandomState(1)
_A = _RANDOM.randint(0, 1 << 31, PERMUTATIONS, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
_B = _RANDOM.randint(0, 1 << 32, PERMUTATIONS, dtype=np.uint32)
_WORD = re.compile(r"\w+")


def shingles(text: str) -> set[str]:
    """Return the runs of five words of a text, folded to lower case; a shorter text is one run."""
    words = _WORD.findall(text.lower())
    if len(words) < _SHINGLE:
        return {" ".join(words)} if words else set()
    return set(map(" ".join, zip(*(words[start:] for start in range(_SHINGLE)), strict=False)))


def bands(text: str) -> tuple[int, ...]:
    """Return the hash of each band of the text's signature, as numbers below 2^40; none for a text without words."""
    runs = shingles(text)
    if not runs:
        return ()
    values = minhash(run.encode() for run in runs).astype("<u4")
    return tuple(_bucket(band, values[band * _ROWS : (band + 1) * _ROWS].tobytes()) for band in range(BANDS))


def minhash(runs: Iterable[bytes]) -> npt.NDArray[np.uint32]:
    """Return the smallest hash of the runs, one at least, under each of 128 permutations."""
    hashes = _mixed(np.frombuffer(b"".join(hashlib.blake2b(run, digest_size=4).digest() for run in runs), dtype="<u4").astype(np.uint32))
    smallest: npt.NDArray[np.uint32] = (hashes.reshape(-1, 1) * _A + _B).min(axis=0)
    return smallest


def _mixed(hashes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Return the hashes after the last steps of MurmurHash3, so that like ones are far apart (https://github.com/aappleby/smhasher)."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    hashes = (hashes ^ (hashes >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return hashes ^ (hashes >> np.uint32(16))


def _bucket(band: int, values: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(bytes([band]) + values, digest_size=_BUCKET_BITS // 8).digest(), "little")

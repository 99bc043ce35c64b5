"""How much alike two articles are worded: the cosine of their most telling words, weighed by how rare a word is in English at large.

The weights come from a table and not from the articles at hand, so that two articles are as alike in a warehouse of five as in one of a
million, and stay so when others come in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from math import log, sqrt

from transforms.seed_tables import read_seed

# Words kept of each article, the most telling ones.
KEPT = 80
# A name tells more of a story than a rare word does.
NAME = 2.0
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*[^\W_])?|\d[\d,.]*\d")
# A word that stands in no document of the table is taken to stand in half of one.
_UNSEEN = 0.5


@cache
def _weights() -> tuple[dict[str, float], float]:
    """Return the weight of each known word and that of any other: the logarithm of all documents by those that have it."""
    total, *rows = read_seed("words/document_counts")
    documents = int(total["documents"]) + 1
    return {row["word"]: log(documents / (int(row["documents"]) + _UNSEEN)) for row in rows}, log(documents / _UNSEEN)


def telling_words(text: str) -> dict[str, float]:
    """Return the most telling words of a text, folded to lower case, each with its share of a vector of length 1.

    A word that is capitalized wherever it stands counts as a name."""
    known, unseen = _weights()
    words = _WORD.findall(text)
    counts = Counter([word.lower() for word in words])
    spellings = set(words)
    small = {word for word in spellings if word[0].islower()}
    names = {word.lower() for word in spellings if word[0].isupper() and len(word) > 2} - small
    weighed = {word: (1 + log(count)) * known.get(word, unseen) * (NAME if word in names else 1.0) for word, count in counts.items()}
    top = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    length = sqrt(sum(weight * weight for _, weight in top)) or 1.0
    return {word: weight / length for word, weight in top}


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the cosine of two articles' telling words, from 0 for nothing in common to 1."""
    return sum(one[word] * other[word] for word in sorted(one.keys() & other.keys()))

"""Words of generated news: drawn as often as English uses them, and mixed with the words of war, of a country and of a story.

The shares are set so that articles are as much alike as real ones, by what `transforms.resolve.story` looks at. Of the pairs of 200 reports
of one agency on wars of one region (MUC-3) 33 in 100 share a telling word; of generated ones 37. One pair in three of one story is as alike
as .45 in ECB+; of generated ones two in five, and one in a thousand of all. `tests/warehouse/test_generated_news.py` holds them to that.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from transforms.seed_tables import read_seed

WORD = re.compile(r"[A-Za-z]+")
# Words that a theme has, and their share of all words of a text: of war, of each of two countries, of the story.
THEMES = ((300, 0.05), (60, 0.05), (60, 0.05), (40, 0.045))
SENTENCE = (10, 28)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Drawn = tuple[list[str], list[float]]


@cache
def _vocabulary() -> dict[int, Drawn]:
    """Return the words of English news and talk by their length, 0 for all, with the sums of their counts."""
    rows = [row for row in read_seed("words/document_counts")[1:] if row["word"].isalpha() and row["word"].isascii()]
    by_length: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for row in rows:
        for length in (0, len(row["word"])):
            by_length[length].append((row["word"], int(row["documents"])))
    return {
        length: ([word for word, _ in known], list(accumulate(float(count) for _, count in known))) for length, known in by_length.items()
    }


def english(chance: random.Random, length: int = 0) -> str:
    """Return a word of that many letters (0: of any), common ones more often; letters without sense where there is none so long."""
    if length not in _vocabulary():
        return "".join(chance.choice(LETTERS) for _ in range(length))
    words, sums = _vocabulary()[length]
    return chance.choices(words, cum_weights=sums)[0]


@cache
def theme(name: str, size: int) -> Drawn:
    """Return words of a theme, each half as often as those before it are on average; every other one is a name."""
    chance = random.Random(name)
    words = [chance.choice(_vocabulary()[0][0]) for _ in range(size)]
    told = [renamed(word.title(), name) if place % 2 else word for place, word in enumerate(words)]
    return told, list(accumulate(1 / (rank + 1) for rank in range(size)))


def body(chance: random.Random, themes: Sequence[str], count: int) -> str:
    """Return so many words in sentences, on the themes named: war, two countries, a story."""
    drawn = [theme(name, size) for name, (size, _) in zip(themes, THEMES, strict=True)]
    kinds, shares = range(len(THEMES) + 1), [share for _, share in THEMES]
    shares.append(1 - sum(shares))
    sentences = []
    while count > 0:
        length = min(count, chance.randrange(*SENTENCE))
        words = []
        for kind in chance.choices(kinds, shares, k=length):
            words.append(english(chance) if kind == len(THEMES) else chance.choices(drawn[kind][0], cum_weights=drawn[kind][1])[0])
        words[0] = words[0][:1].upper() + words[0][1:]
        sentences.append(" ".join(words) + ".")
        count -= length
    return " ".join(sentences)


def renamed(name: str, story: str) -> str:
    """Return a made-up name as long as the one given, the same wherever the story tells it."""
    chance = random.Random(f"{name} {story}")
    return "".join(chance.choice(LETTERS) if place else chance.choice(LETTERS).upper() for place in range(len(name)))


def reworded(text: str, kept: set[str], names: set[str], story: str, chance: random.Random) -> str:
    """Return the text, as long as before: names as the story has them, words that are kept, and other words instead of all the rest."""

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if word in names:
            return renamed(word, story)
        if word in kept:
            return word
        drawn = english(chance, len(word))
        return drawn.title() if word[0].isupper() else drawn

    return WORD.sub(other, text)


def with_names(text: str, names: set[str], story: str) -> str:
    """Return the text with the names as the story has them."""
    return WORD.sub(lambda match: renamed(match.group(), story) if match.group() in names else match.group(), text)

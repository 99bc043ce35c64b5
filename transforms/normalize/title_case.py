"""Give headlines In Title Case back their small letters, character for character, so that they parse like sentences.

A capital no longer tells a name from a verb in them. What the article's own sentences write small is written small, what they write with a
capital keeps it; of words that stand in no sentence, those of a dictionary are written small unless a seed names them. The article's text
stays as it came; only the parser reads the other case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from transforms.places.gazetteer import load_gazetteer

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_AS_NAME = re.compile(r"(?:May|March) \d|[A-Z]\.")  # a date, an initial
_POPULATION = 300_000  # a smaller city shares its name with too many words ("Man", "Split")
_FEWEST = 5  # words: fewer may be a name with a title
_LONGEST = 200  # characters of a headline
_LONG = 4  # letters from which a style guide capitalises even a preposition
_SHARE = 0.9  # of the long words
_AFTER_BREAK = re.compile(r"(?:^|(?:(?<![A-Z])\.|[?!:;|«»–—])['\"”’)]?\s+|\s-\s+|^\W+)$")


def is_title_case(line: str) -> bool:
    """Whether a line is a headline in which nearly every longer word has a capital, and not all of its letters are."""
    if not line.count(" ") + 1 >= _FEWEST or len(line) > _LONGEST or line.rstrip()[-1:] in (".", ",", ";") or line.isupper():
        return False
    long = [word for word in _WORD.findall(line) if len(word) >= _LONG]
    return len(long) >= _FEWEST - 2 and sum(word[0].isupper() for word in long) >= _SHARE * len(long)


def small_titles(text: str) -> str:
    """Return a text with the headlines among its lines written as sentences, of the same length."""
    lines = text.split("\n")
    headlines = {number for number, line in enumerate(lines) if is_title_case(line)}
    if not headlines:
        return text
    shown = _words_of(line for number, line in enumerate(lines) if len(line) > _LONGEST // 2 and number not in headlines)
    for number in headlines:
        lines[number] = _as_sentence(lines[number], shown)
    return "\n".join(lines)


def _words_of(lines: Iterable[str]) -> Counter[str]:
    """Return how often each word stands small in sentences, and with a capital that is not a sentence's first letter."""
    found: Counter[str] = Counter()
    for line in lines:
        for match in _WORD.finditer(line):
            if match.group()[0].islower() or not _AFTER_BREAK.search(line[max(0, match.start() - 5) : match.start()]):
                found[_stem(match.group())] += 1
    return found


def _stem(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _as_sentence(line: str, shown: Counter[str]) -> str:
    from transforms.normalize.truecase import seed_names  # only such lines need the dictionary and the gazetteer behind it

    words = list(_WORD.finditer(line))
    named = seed_names(line.upper(), words)
    result = list(line)
    for match in words:
        if match.start() in named or _AFTER_BREAK.search(line[max(0, match.start() - 5) : match.start()]):
            continue
        if _AS_NAME.match(line, match.start()):
            continue
        for part in _PART.finditer(match.group()):
            if _is_style(_stem(part.group()), shown):
                at = match.start() + part.start()
                result[at] = line[at].lower()
    return "".join(result)


def _is_style(word: str, shown: Counter[str]) -> bool:
    """Whether a word's capital is only that of a headline: the sentences write it small, or none has it and it is English."""
    from transforms.normalize.truecase import is_english, is_function_word

    small = word.lower()
    if not word[:1].isupper() or len(word) != len(small) or (len(word) > 1 and not word[1:].islower()):
        return False
    if is_function_word(small):
        return True
    if shown[small] != shown[word]:
        return shown[small] > shown[word]
    return shown[word] == 0 and is_english(small) and not _is_city(word)


def _is_city(word: str) -> bool:
    named = load_gazetteer().named(word)
    return any(candidate.is_main and (candidate.place.population or 0) >= _POPULATION for candidate in named)

"""Give upper-case wire copy back its small letters, character for character, so that it parses and offsets hold.

The article's text stays as it came; only the parser reads the other case. Names come from the seeds (countries, nationalities, actors,
regions, agencies, calendar words), from the gazetteer after a preposition of place, from titles ("GENERAL PONCE"), and from words that no
dictionary holds; all else is written small.
"""

from __future__ import annotations

import re
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.lookups import Lookups

from transforms.places.gazetteer import load_gazetteer
from transforms.seed_tables import SEEDS, read_seed

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.?!][\"”’)]?\s+|\n\s*|--\s+|\]\s+)[\"“(]?$")
_SMALL_SHARE = 0.15  # of the letters: captions and initials in small letters do not make a text mixed
_SHORTEST = 60  # letters: a shorter text in capitals is a heading
_LONGEST_NAME = 5  # words of a name in the seeds
_PLACE_NAME = 3  # words of a place's name
_DAY_MONTH = re.compile(r"\b\d{1,2} (?P<month>MAY|MARCH|MAR|DEC)\b")
_POPULATION = 15_000  # a smaller place shares its name with too many English words
_NO_VOWEL = re.compile(r"[^AEIOUY]{2,5}")
_UNITS = frozenset(("km", "kg", "mm", "cm", "th", "st", "nd", "rd", "mr", "mrs", "dr", "ft", "hr", "hrs", "mph"))
_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("est", ""),
    ("ly", ""),
    ("ied", "y"),
)
_BEFORE_PLACE = frozenset(("in", "at", "near", "from", "to", "of", "outside", "toward", "towards", "and", "between", "around"))
# Columns of the seeds that hold names, with their aliases parted by bars.
_NAME_COLUMNS = {
    "countries": ("name", "aliases", "demonyms", "capital", "capital_aliases"),
    "regions": ("name", "aliases", "demonyms"),
    "actors": ("name", "aliases"),
    "agencies": ("name",),
}


def is_upper_case(text: str) -> bool:
    """Whether a whole text is written in capitals."""
    letters = sum(mark.isalpha() for mark in text)
    return letters >= _SHORTEST and sum(mark.islower() for mark in text) <= _SMALL_SHARE * letters


def truecase(text: str) -> str:
    """Return an upper-case text with small letters where English has them, of the same length; any other text unchanged."""
    if not is_upper_case(text) or len(text.lower()) != len(text):
        return text
    words = list(_WORD.finditer(text))
    result = list(text)
    for match in words:
        word = _plain(match.group(), text[match.end() : match.end() + 1] == ".")
        if word.islower() and _SENTENCE_START.search(text[max(0, match.start() - 4) : match.start()]):
            word = word[0].upper() + word[1:]
        result[match.start() : match.end()] = word
    for start, name in _names_in(text, words):
        result[start : start + len(name)] = name
    return "".join(result)


def _plain(word: str, dotted: bool) -> str:
    """Return a word that no seed names: small where a dictionary has it, else as a name; initials and vowelless acronyms stay."""
    if word == "I" or (dotted and len(word) == 1) or (_NO_VOWEL.fullmatch(word) and word.lower() not in _UNITS):
        return word
    stem = re.split("['’-]", word.lower())[0]
    return word.lower() if len(stem) < 3 or is_english(stem) else word.title()


@cache
def _dictionary() -> frozenset[str]:
    """Return the words that the parser's lemmatizer knows (WordNet's, as spacy-lookups-data has them), with irregular forms."""
    tables = Lookups().from_disk(SEEDS / "parser" / "model" / "lemmatizer" / "lookups")
    known: set[str] = set(STOP_WORDS)
    for name in ("lemma_index", "lemma_exc"):
        for words in tables.get_table(name).values():
            known.update(words)
    return frozenset(known)


def is_function_word(word: str) -> bool:
    """Whether a small word is one of the grammar's: "during", "while", "his"."""
    return word in STOP_WORDS


def is_english(word: str) -> bool:
    """Whether a dictionary has a word or what remains of it without its ending."""
    known = _dictionary()
    if word in known:
        return True
    for ending, base in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            if stem + base in known or (len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in known):
                return True
    return False


def _names_in(text: str, words: list[re.Match[str]], *, by_title: bool = True) -> list[tuple[int, str]]:
    """Return the names of a text with their offsets, in the names' own case; `by_title`: with those behind "GENERAL" and the like."""
    found: list[tuple[int, str]] = []
    places: set[str] = set()
    free: list[re.Match[str]] = []
    index = 0
    while index < len(words):
        before = words[index - 1].group().lower() if index else ""
        size, name = _name_at(text, words, index)
        if not size and before in _BEFORE_PLACE:
            size, name = _place_at(text, words, index)
            places |= {name} if size else set()
        if not size and by_title and before in _titles():
            size, name = 1, words[index].group().capitalize()
        if size:
            found.append((words[index].start(), name))
        else:
            free.append(words[index])
        index += size or 1
    found += [(match.start("month"), match["month"].capitalize()) for match in _DAY_MONTH.finditer(text)]
    # A place named once after "in" is that place everywhere.
    found += [(match.start(), match.group().title()) for match in free if match.group().title() in places]
    return found


def seed_names(text: str, words: list[re.Match[str]]) -> set[int]:
    """Return the offsets of the words of an upper-case text that are parts of names, as the seeds and the gazetteer have them."""
    named = [(start, start + len(name)) for start, name in _names_in(text, words, by_title=False)]
    return {word.start() for word in words if any(start <= word.start() < end for start, end in named)}


def _run(text: str, words: list[re.Match[str]], index: int, size: int) -> str | None:
    """Return `size` words from an index on, where only single spaces stand between them."""
    if index + size > len(words):
        return None
    run = text[words[index].start() : words[index + size - 1].end()]
    return run if run.count(" ") == size - 1 and "\n" not in run else None


def _name_at(text: str, words: list[re.Match[str]], index: int) -> tuple[int, str]:
    for size in range(_LONGEST_NAME, 0, -1):
        run = _run(text, words, index, size)
        if run is not None:
            stem, ending = (run[:-2], run[-2:].lower()) if run.endswith(("'S", "’S")) else (run, "")
            known = _names().get(stem)
            if known is not None:
                return size, f"{known}{ending}"
    return 0, ""


def _place_at(text: str, words: list[re.Match[str]], index: int) -> tuple[int, str]:
    for size in range(_PLACE_NAME, 0, -1):
        run = _run(text, words, index, size)
        if run is not None and len(run) > 3 and words[index].group().lower() not in STOP_WORDS:
            named = load_gazetteer().named(run.title())
            if any(candidate.is_main and (candidate.place.population or 0) >= _POPULATION for candidate in named):
                return size, run.title()
    return 0, ""


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["title"].lower().rstrip(".") for row in read_seed("ranks"))


@cache
def _names() -> dict[str, str]:
    """Return the names of the seeds by their upper-case form."""
    names = {"UN": "UN"}
    for table, columns in _NAME_COLUMNS.items():
        for row in read_seed(table):
            for column in columns:
                for name in (row.get(column) or "").split("|"):
                    if name and name[0].isupper() and len(name.upper()) == len(name):
                        names.setdefault(name.upper(), name)
    for row in read_seed("acronym_words"):
        names.pop(row["word"], None)
    for row in read_seed("date_words"):
        if row["kind"] in ("month", "weekday", "holiday"):
            names.update(
                {name.upper(): name for name in row["word"].split("|") if name not in ("May", "March", "Mar", "Sat", "Sun", "Dec")}
            )
    return names

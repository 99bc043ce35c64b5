"""Runs of capitalised words that no curated name, title or agent phrase has taken: the names that an article brings itself."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.actors.folding import Word
from transforms.actors.lexicon import organisation_nouns, phrase_length, titles, word_list
from transforms.actors.reading import Line

# Lower-case words inside names of organisations.
ORGANISATION_LINKS = frozenset({"of", "for", "and", "the", "on", "in"})
NAME_POS = ("PROPN", "NOUN", "ADJ", "X", "VERB")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words `first` to `end` (exclusive) of a line that make one name; `title` is where a title before it begins."""

    first: int
    end: int
    title: int
    title_key: tuple[str, ...] = ()


def chunks_of(line: Line) -> list[Chunk]:
    """Return the name chunks of a line, left to right, titles split off."""
    found = []
    done = 0
    for place in line.capitals:
        if place < done or not _begins_name(line, place):
            continue
        end = place + 1
        while end < len(line.words) and _continues(line, end):
            end += 1
        while end - 1 > place and not line.words[end - 1].is_capital and line.gap(end - 1) != "-":
            end -= 1
        found += _split_titles(line, place, end)
        done = end
    return found


def is_headline(line: Line) -> bool:
    """Whether most long words are capitalised and no full stop ends the line, so that capitals show no names."""
    if line.text.endswith((".", '."', ".'", ",")):
        return False
    long = [word for word in line.words if len(word.text) > 3 and not word.text[0].isdigit()]
    plain = [word for word in long if not word.is_capital]
    return len(long) >= 2 and len(plain) <= len(long) // 5


def words_text(line: Line, first: int, end: int) -> str:
    """Return the words as one plain name."""
    return line.between(line.words[first].start, line.words[end - 1].end)


def _begins_name(line: Line, place: int) -> bool:
    word = line.words[place]
    if word.key in word_list("not_a_name") or _is_taken(line, word):
        return False
    if len(word.text) == 1 and not _continues(line, place + 1):
        return False
    if _opens_sentence(line, place) and word.token.pos_ not in ("PROPN", "X"):
        return (
            place + 1 < len(line.words) and _continues(line, place + 1) and line.words[place + 1].is_capital and word.token.pos_ in NAME_POS
        )
    return True


def _opens_sentence(line: Line, place: int) -> bool:
    return place == 0 or line.gap(place).strip() in (":", '"', '("', '."', ': "', ', "')


def _continues(line: Line, place: int) -> bool:
    """Whether the word at `place` goes on with the name before it."""
    if place >= len(line.words):
        return False
    word, gap = line.words[place], line.gap(place)
    if _is_taken(line, word) and not _is_inside_organisation(line, place):
        return False
    if word.is_capital and word.key in word_list("not_a_name") and not _links_capitals(line, place):
        return False
    if gap == "' " and word.is_capital and word.key in organisation_nouns() and line.words[place - 1].text.endswith("s"):
        return True  # "the Young Lawyers' Association"
    if gap not in (" ", "-", "'", ". ", "", " -", ".") or (
        gap == ". " and len(line.words[place - 1].text) > 1 and not _is_short_title(line, place - 1)
    ):
        return False
    if gap == "'" and word.key == "s":
        return False
    if word.text[0].isupper():
        return True
    if word.key in word_list("person_particle") or gap == "-":
        return (
            place + 1 < len(line.words) and line.gap(place + 1) in (" ", "-", "'") and _continues(line, place + 1) if gap != "-" else True
        )
    if word.key in ORGANISATION_LINKS and _is_of_organisation(line, place, word.key):
        follow = place + 1 + (place + 1 < len(line.words) and line.words[place + 1].key == "the")
        return (
            follow < len(line.words)
            and line.words[follow].is_capital
            and line.gap(follow) == " "
            and not line.words[follow].text[0].isdigit()
        )
    if word.key == "and" and place >= 1 and line.words[place - 1].is_capital:
        return _joins_organisation(line, place)
    return word.key == "the" and line.words[place - 1].key in ORGANISATION_LINKS


def _is_of_organisation(line: Line, place: int, link: str) -> bool:
    """Whether a small word goes on with a name that holds a noun of organisations: at once, or "of" once more ("of Farmers of Arauca")."""
    if line.words[place - 1].key in organisation_nouns():
        return True
    at = place - 1
    while link == "of" and at > 0 and line.gap(at) == " " and (line.words[at].is_capital or line.words[at].key in ORGANISATION_LINKS):
        at -= 1
        if line.words[at].key in organisation_nouns() and line.words[at].is_capital:
            return line.words[at + 1].key in ORGANISATION_LINKS
    return False


def _is_inside_organisation(line: Line, place: int) -> bool:
    """Whether a country's adjective stands inside a name ("National Association of Nigerian Students")."""
    word = line.words[place]
    taken = line.covering(word.start, word.end)
    if taken is None or place < 2:
        return False
    if taken.noun_class == "protesters" and taken.basis == "phrase" and taken.start < word.start:
        return True
    follows = line.words[place - 1].key == "of" and line.words[place - 2].key in organisation_nouns()
    after = line.words[place + 1] if place + 1 < len(line.words) else None
    if not follows or after is None or not after.is_capital:
        return False
    if line.gap(place + 1) == " (":
        return after.text.isupper() and taken.start == word.start  # "National Movement of Amhara (NAMA)"
    is_adjective = any(s.basis == "demonym" and s.covers(word.start, word.end) for s in line.sightings)
    return is_adjective and line.gap(place + 1) == " "


def _links_capitals(line: Line, place: int) -> bool:
    """Whether a small word stands inside a name in capitals ("NATIONAL UNION OF WORKERS")."""
    beside = line.words[place - 1 : place + 2]
    return line.words[place].key in ORGANISATION_LINKS and len(beside) == 3 and all(word.text.isupper() for word in beside)


def _joins_organisation(line: Line, place: int) -> bool:
    """Whether "and" stands inside a name such as "Truth and Dignity Commission": one word before it, a noun of organisations soon after."""
    earlier = line.words[place - 2] if place >= 2 and line.gap(place - 1) == " " else None
    if earlier is not None and earlier.is_capital and earlier.key not in word_list("not_a_name"):
        return False
    ahead = line.words[place + 1 : place + 4]
    ends = [i for i, word in enumerate(ahead) if word.key in organisation_nouns() and word.is_capital and not _is_taken(line, word)]
    return bool(ends) and ends[0] > 0 and all(word.is_capital and not _is_taken(line, word) for word in ahead[: ends[0]])


def _is_short_title(line: Line, place: int) -> bool:
    return (line.words[place].key,) in titles()


def _is_taken(line: Line, word: Word) -> bool:
    return line.covering(word.start, word.end) is not None


def _split_titles(line: Line, first: int, end: int) -> list[Chunk]:
    """Split a run at its titles: "Prime Minister Anwaar-ul-haq Kakar" is a title and a name."""
    place, begin, title = first, first, first
    title_key: tuple[str, ...] = ()
    found: list[Chunk] = []
    while place < end:
        size = max(phrase_length(line.words, place, "titles"), phrase_length(line.words, place, "offices"))
        size = min(size, end - place)
        if not size or (size == 1 and place > begin and place + 1 == end):
            place += 1
            continue
        if place > begin:
            found.append(Chunk(begin, place, title, title_key))
            title = place
        elif not title_key:
            title = place
        title_key = tuple(word.key for word in line.words[place : place + size])
        place += size
        begin = place
    if begin < end:
        found.append(Chunk(begin, end, title, title_key))
    return found

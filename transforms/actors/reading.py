"""An article as the actor rules see it: the words of each sentence, the places, and the sightings made so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from transforms.actors.folding import Word, head_of, words_of
from transforms.actors.register import Register, Sighting
from transforms.parse import ParsedArticle, Sentence
from transforms.records import PlaceMention


@dataclass(slots=True)
class Line:
    """One sentence with its words and the sightings in it."""

    sentence: Sentence
    words: list[Word]
    sightings: list[Sighting] = field(default_factory=list)
    capitals: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Note the places of the words that begin with an upper-case letter."""
        self.capitals = [place for place, word in enumerate(self.words) if word.text[0].isupper()]

    @property
    def text(self) -> str:
        """The sentence with plain quotes and dashes."""
        return self.sentence.text

    def between(self, left: int, right: int) -> str:
        """Return the characters between two offsets of the article that lie in this sentence."""
        return self.text[left - self.sentence.start : right - self.sentence.start]

    def gap(self, first: int) -> str:
        """Return the characters between a word and the one before it; a full stop for the first."""
        return self.between(self.words[first - 1].end, self.words[first].start) if first > 0 else "."

    def covering(self, start: int, end: int) -> Sighting | None:
        """Return the longest sighting that covers a span."""
        found = [sighting for sighting in self.sightings if sighting.start <= start and end <= sighting.end] if self.sightings else None
        if not found:
            return None
        if len(found) < 2:
            return found[0]
        return max(found, key=lambda sighting: sighting.end - sighting.start)

    def beginning(self, start: int) -> Sighting | None:
        """Return the longest sighting that begins at an offset."""
        found = [sighting for sighting in self.sightings if sighting.start == start]
        return max(found, key=lambda sighting: sighting.end, default=None)

    def overlapping(self, start: int, end: int) -> list[Sighting]:
        """Return the sightings that share a character with a span."""
        return [sighting for sighting in self.sightings if sighting.start < end and start < sighting.end]

    def drop(self, sightings: list[Sighting]) -> None:
        """Forget sightings that a longer name has taken up."""
        gone = set(map(id, sightings))
        self.sightings = [sighting for sighting in self.sightings if id(sighting) not in gone]

    def sight(self, first: int, end: int, actor_ids: tuple[str, ...], basis: str, noun_class: str = "") -> Sighting:
        """Add a sighting over the words from `first` to `end` (exclusive); a full stop that ends an abbreviation belongs to it."""
        words = self.words[first:end]
        stop = words[-1].end
        if "." in self.between(words[0].start, stop) and len(words[-1].text) == 1 and self.between(stop, stop + 1) == ".":
            stop += 1
        inside = self.between(words[0].start, stop)
        if inside.count("(") > inside.count(")") and self.between(stop, stop + 1) == ")":
            stop += 1
        sighting = Sighting(words[0].start, stop, self.sentence.index, actor_ids, basis, head_of(words), noun_class)
        self.sightings.append(sighting)
        return sighting


@dataclass(slots=True)
class Reading:
    """One article on its way to mentions."""

    parsed: ParsedArticle
    lines: list[Line]
    register: Register
    places: list[PlaceMention]
    plain_words: frozenset[str]

    def is_common(self, words: list[Word]) -> bool:
        """Whether the article writes each of these words in lower case elsewhere: capitals at a beginning or in a heading, no name."""
        return all(word.key in self.plain_words for word in words)

    def sightings(self) -> list[Sighting]:
        """Return all sightings in the order of the text, longer ones first where they begin together."""
        return sorted((s for line in self.lines for s in line.sightings), key=lambda s: (s.start, -s.end))

    def text(self, start: int, end: int) -> str:
        """Return the article's own characters."""
        return self.parsed.text(start, end)


def begin(parsed: ParsedArticle, places: list[PlaceMention]) -> Reading:
    """Return the article ready to be read, with no sighting yet."""
    lines = [Line(sentence, words_of(sentence)) for sentence in parsed.sentences]
    plain = frozenset(word.key for line in lines for word in line.words if word.text.islower() and len(word.text) > 3)
    return Reading(parsed, lines, Register(), places, plain)

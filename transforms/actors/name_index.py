"""The longest known name at each word of a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transforms.actors.folding import WORD, Word, squash

# Between the words of one name: space, hyphen, apostrophe, full stop (of an abbreviation) and slash.
JOINS = set(" -'’‘.–/( ")
LONGEST_NAME = 12
# All capitals and at most this long: an acronym, which text must write in capitals too ("IS" is not "is").
LONGEST_ACRONYM = 7
# Shorter ones are written in capitals by everybody.
SHORTEST_AS_WORD = 4
# Acronyms in mixed case ("LeT", "JeM") must stand exactly so, or "Let us" would be one.
LONGEST_MIXED = 5
# In lines of capitals these acronyms are common words, told apart by the parse: "WHO WERE THE TARGETS", "IS THERE A LINK".
LOOKALIKES = {"who", "is", "us", "it", "an", "au", "ap", "mend", "model"}
# Acronyms that are words too, and names of other things with a capital ("a Model X").
WORDS_TOO = {"mend", "model", "fact", "biff"}
# Lands after which states of another are named: "New Mexico".
NAMED_ANEW = {"mexico", "mexican", "mexicans", "jersey"}
# A lower-case first word of this length is no part of a name ("state Department"; "al Shabaab" is one).
SHORTEST_WORD = 4
FUNCTION_POS = {"PRON", "AUX", "VERB", "DET", "ADP", "ADV", "SCONJ", "CCONJ"}


@dataclass(frozen=True, slots=True)
class Match:
    """A known name in a sentence: the words it covers (end exclusive) and the ids of the actors that bear it."""

    first: int
    end: int
    actor_ids: tuple[str, ...]


class NameIndex:
    """Names and the actors that bear them, found hyphen-, space-, accent- and apostrophe-insensitively.

    `prefixes`: the beginnings of the names' keys; a word whose key is none of them begins no name."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a name as usually written and an actor id."""
        bearers: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for name, actor_id in names:
            key = squash(name)
            if len(key) >= 2 and actor_id not in bearers[key][name]:
                bearers[key][name].append(actor_id)
        self._names = {key: {name: tuple(ids) for name, ids in forms.items()} for key, forms in bearers.items()}
        self.prefixes = {key[:length] for key in self._names for length in range(1, len(key) + 1)}

    def bearers(self, name: str) -> tuple[str, ...]:
        """Return the ids of the actors that bear a name, in any case and spelling of its joints."""
        return tuple(dict.fromkeys(actor_id for ids in self._names.get(squash(name), {}).values() for actor_id in ids))

    def at(self, words: Sequence[Word], first: int, text: str, offset: int) -> Match | None:
        """Return the longest name that begins at `words[first]`; `text` is the sentence, which starts at `offset`."""
        found = None
        key = words[first].key
        if key not in self.prefixes or (key in NAMED_ANEW and first > 0 and words[first - 1].text == "New"):
            return None
        spaced = False
        end, most = first + 1, min(first + LONGEST_NAME, len(words))
        while key in self.prefixes:
            forms = self._names.get(key)
            if forms is not None:
                own = words[first:end]
                ids = dict.fromkeys(
                    actor_id
                    for name, bearers in forms.items()
                    if written_like(own, name) and not (spaced and (is_acronym(name) or _is_one_word(own, name)))
                    for actor_id in bearers
                )
                if ids:
                    found = Match(first, end, tuple(ids))
            if end == most:
                break
            between = text[words[end - 1].end - offset : words[end].start - offset]
            if between != " " and not _joined(between):
                break
            spaced = spaced or " " in between
            key += words[end].key
            end += 1
        return found


def _is_one_word(words: Sequence[Word], name: str) -> bool:
    """Whether a name of one word would be read over a small word ("Israelis" is not in "Israel is at war")."""
    return " " not in name and not all(word.is_capital for word in words)


def _joined(between: str) -> bool:
    """Whether what stands between two words can stand inside a name."""
    return len(between) <= 3 and all(letter in JOINS for letter in between) and not between.startswith("- ") and " -" not in between


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals only and is short ("BLF", "U.N.", "M23")."""
    return name.isupper() and len(squash(name)) <= LONGEST_ACRONYM and " " not in name.strip()


def written_like(words: Sequence[Word], name: str) -> bool:
    """Whether the words are capitalised enough to be this name, not the common words it is made of."""
    if is_acronym(name):
        if len(words) == 1 and words[0].token.pos_ in FUNCTION_POS and words[0].text.lower() in LOOKALIKES:
            return False
        return all(word.text.isupper() or word.text.isdigit() for word in words) or _as_word(words, name)
    if " " not in name and len(name) <= LONGEST_MIXED and sum(letter.isupper() for letter in name) > 1:
        return "".join(word.text for word in words) in (squash_case(name), squash_case(name).upper())
    if len(words) > 1 and len(words[0].text) >= SHORTEST_WORD and words[0].text.islower() and any(word.is_capital for word in words[1:]):
        return not name[0].isupper()  # "the state Department of Health"
    capitals = sum(not part[0].islower() for part in WORD.findall(name))
    shown = sum(word.is_capital for word in words)
    return shown >= max(1, (capitals + 1) // 2) if capitals else True


def squash_case(name: str) -> str:
    """Return the letters and digits of a name, in its own case."""
    return "".join(letter for letter in name if letter.isalnum())


def _as_word(words: Sequence[Word], name: str) -> bool:
    """Whether a long acronym is written as a word, as British papers do: "Farc", "Unicef", "Isis"."""
    word = words[0]
    if name.lower() in WORDS_TOO:
        return False
    return len(words) == 1 and name.isalpha() and len(name) >= SHORTEST_AS_WORD and word.text.istitle() and word.token.pos_ == "PROPN"

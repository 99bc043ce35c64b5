"""Whose a noun is: the adjective, possessor or compound before it, or the name after "of", "from", "for"."""

from __future__ import annotations

from transforms.actors.lexicon import word_list
from transforms.actors.reading import Line
from transforms.actors.register import Sighting

# Word classes that may stand between an owner and its noun: "Pakistan's former caretaker prime minister".
PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PART", "X"})
ALLIED = "coalition"
LINKS = {"of", "from", "for", "in", "at", "with"}


def owner_before(line: Line, first: int, leads: bool = False) -> Sighting | None:
    """Return the nearest sighting among the premodifiers of the word at `first`; `leads`: who leads it ("Afghan-led") owns it too."""
    place = first - 1
    while place >= 0:
        word = line.words[place]
        gap = line.gap(place + 1)
        if gap.strip() == "," and line.words[place + 1].key == ALLIED:
            with_them = line.covering(word.start, word.end)  # "Afghan, Coalition Forces", as headlines join two
            return with_them if with_them is not None and with_them.basis == "demonym" and is_owner(line, with_them) else None
        if any(mark in gap for mark in ',;:()"') or gap == " - " or (gap.strip() and gap.strip() not in ("'", "-", ".", "/", "'s")):
            return None
        sighting = line.covering(word.start, word.end)
        if sighting is not None and is_owner(line, sighting, leads):
            return sighting
        if word.key == "and" and (first_of_two := line.covering(line.words[place - 1].start, line.words[place - 1].end)) is not None:
            return first_of_two if first_of_two.basis == "demonym" and is_owner(line, first_of_two) else None  # "Afghan and foreign troops"
        if sighting is None and word.key != "s" and word.token.pos_ not in PREMODIFIERS and not _is_participle(line, place):
            return None
        if word.token.dep_ in ("det", "case", "nsubj", "root", "ROOT") and word.key != "s" and sighting is None:
            return None
        place -= 1
    return None


def owner_after(line: Line, end: int, links: frozenset[str] | set[str] = frozenset({"of"})) -> Sighting | None:
    """Return the sighting that follows the words ending at `end` with a linking preposition ("soldiers from Chad")."""
    if end + 1 >= len(line.words) or line.words[end].key not in links or line.gap(end).strip():
        return None
    place = end + 1
    for _ in range(4):
        if place >= len(line.words) or line.gap(place).strip() not in ("", "-"):
            return None
        word = line.words[place]
        sighting = line.beginning(word.start)
        if sighting is not None:
            return sighting if is_owner(line, sighting) else None
        if word.token.pos_ not in ("DET", "ADJ", "NOUN") or word.is_capital:
            return None
        place += 1
    return None


def is_owner(line: Line, sighting: Sighting, leads: bool = False) -> bool:
    """Whether a sighting can own a noun: it names somebody, and no participle hangs on it ("Iran-backed"; `leads`: but for "-led")."""
    if (
        not sighting.actor_ids
        or sighting.basis in ("pronoun", "unnamed", "person")
        or "-" in line.between(sighting.start - 1, sighting.start)
    ):
        return False
    after = line.between(sighting.end, sighting.end + 20).lower()
    if leads and after.startswith("-led "):
        return True
    if after.startswith("-"):
        return after[1:].split(" ", 1)[0].rstrip(".,;:") not in word_list("participle")
    return after.lstrip().split(" ", 1)[0] not in word_list("participle")


def _is_participle(line: Line, place: int) -> bool:
    """Whether a word is the second half of "Iran-backed" or qualifies an adjective ("heavily armed rebels")."""
    token = line.words[place].token
    return line.words[place].key in word_list("participle") or token.pos_ == "ADV" or (token.pos_ == "VERB" and token.dep_ == "amod")

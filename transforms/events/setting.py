"""When and where an event happened: from its own clause, then its sentence, then the dateline.

A nationality adjective is never a place. For a strike "on Pakistan's Balochistan province" the target is the place.
"""

from __future__ import annotations

from spacy.tokens import Token

from transforms.events.arguments import case_of
from transforms.events.frames import Candidate
from transforms.events.noun_phrase import phrase
from transforms.events.reading import Reading
from transforms.parse import Sentence, start_of
from transforms.records import DateMention, Place, PlaceMention

WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "across",
        "around",
        "along",
        "within",
        "on",
        "over",
        "into",
        "throughout",
        "off",
        "between",
        "north",
        "south",
        "east",
        "west",
        "of",
    }
)
CLAUSES = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis"})
FINE = {"point": 0, "city": 1, "admin2": 2, "admin1": 3, "country": 4}


def distance(reading_token: Token, trigger: Token) -> int | None:
    """Return how many steps up from a word the trigger (or a word it hangs on) is reached; None across a clause of its own."""
    below = {trigger.i: 0}
    word, steps = trigger, 0
    while word.head.i != word.i and steps < 8:
        steps += 1
        if word.dep_ in CLAUSES:
            steps += 2
        word = word.head
        below.setdefault(word.i, steps)
    word, up = reading_token, 0
    while True:
        if word.i in below:
            return up + below[word.i]
        if word.head.i == word.i or up > 12:
            return None
        up += 3 if word.dep_ in CLAUSES else 1
        word = word.head


def date_of(reading: Reading, sentence: Sentence, found: Candidate) -> DateMention | None:
    """Return the date nearest in the tree to the event, or None. In reported speech the day of saying is not the day of the deed."""
    best: tuple[int, int, DateMention] | None = None
    for mention in reading.dates:
        if not sentence.start <= mention.span_start < sentence.end:
            continue
        token = _token_at(sentence, mention.span_start, mention.span_end)
        steps = distance(token, found.clause) if token is not None else None
        if steps is None:
            continue
        key = (steps, abs(mention.span_start - start_of(found.token)))
        if best is None or key < best[:2]:
            best = (*key, mention)
    return best[2] if best is not None and best[0] <= 5 else None


def place_of(reading: Reading, sentence: Sentence, found: Candidate) -> tuple[str | None, Place | None]:
    """Return the place of an event as written and resolved: the finest in its own phrases, then its target, then its sentence."""
    near: list[tuple[int, int, int, PlaceMention, Token]] = []
    for mention in reading.places:
        if mention.is_demonym or not sentence.start <= mention.span_start < sentence.end:
            continue
        token = _token_at(sentence, mention.span_start, mention.span_end)
        if token is None or not _is_where(token, found):
            continue
        steps = min((d for d in (distance(token, found.token), distance(token, found.clause)) if d is not None), default=None)
        if steps is None or steps > 7:
            continue
        fineness = FINE.get(mention.place.precision, 5) if mention.place is not None else 5
        near.append((steps // 4, fineness, steps, mention, token))
    if not near:
        return None, None
    best = min(near, key=lambda item: (item[0], item[1], item[2], item[3].span_start))
    return best[3].evidence, best[3].place


def _is_where(token: Token, found: Candidate) -> bool:
    """Whether a place name stands where an event is put: after a preposition of place, or within its target."""
    target = found.target
    word = token
    for _ in range(6):
        if target is not None and word.i == target.i:
            return True
        if found.source is not None and word.i == found.source.i:
            return False
        case = case_of(word)
        if case is not None:
            return case in WHERE and word.head.i != word.i
        if word.head.i == word.i or word.dep_ in CLAUSES:
            return False
        word = word.head
    return False


def _token_at(sentence: Sentence, start: int, end: int) -> Token | None:
    inside = [t for t in sentence.span if start <= start_of(t) < end and not t.is_punct]
    return next((t for t in inside if t.head.i == t.i or not start <= start_of(t.head) < end), None)


def written_place(reading: Reading, token: Token) -> str:
    """Return the place phrase as the article writes it."""
    return reading.parsed.text(*phrase(token))

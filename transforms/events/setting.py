"""When and where an event happened: from its own clause, then its sentence, then the dateline.

A nationality adjective is never a place. For a strike "on Pakistan's Balochistan province" the target is the place.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from transforms.events.frames import Candidate
from transforms.events.prospect import SPEECH
from transforms.events.reading import Reading
from transforms.events.subjects import SUBJECTS, case_of
from transforms.events.word_classes import classes_of
from transforms.parse import Sentence, end_of, start_of
from transforms.records import DateMention, PlaceMention

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
        "north",
        "south",
        "east",
        "west",
    }
)
CLAUSES = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis"})
MOST_STEPS = 8
NEAR = 2
CLAUSE_STEPS = 3
# Types told of people who act with words: only a place phrase of its own clause says where, never the other side's country.
WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE", "SANCTION", "COOPERATE"})
FINE = {"point": 0, "city": 1, "admin2": 2, "admin1": 3, "country": 4}


def distance(word: Token, trigger: Token) -> int | None:
    """Return how many steps up from a word the trigger, or a word that it hangs on, is reached; None from within another clause."""
    above = {trigger.i: 0}
    upper, steps = trigger, 0
    while upper.head.i != upper.i and steps < MOST_STEPS:
        steps += CLAUSE_STEPS if upper.dep_ in CLAUSES else 1
        upper = upper.head
        above.setdefault(upper.i, steps)
    up, first = 0, word
    while word.i not in above:
        if word.head.i == word.i or up > MOST_STEPS:
            return None
        if (word.dep_ in SUBJECTS and word != first) or (word.dep_ in CLAUSES and word.head.i != trigger.i):
            return None
        up += 1
        word = word.head
    return up + above[word.i]


def date_of(reading: Reading, sentence: Sentence, found: Candidate) -> DateMention | None:
    """Return the date nearest in the tree to the event, or None. In reported speech the day of saying is not the day of the deed."""
    best: tuple[int, int, DateMention] | None = None
    for mention in reading.dates:
        if not sentence.start <= mention.span_start < sentence.end:
            continue
        token = _token_at(sentence, mention.span_start, mention.span_end)
        steps = distance(token, found.clause) if token is not None else None
        if token is None or steps is None or _is_day_of_saying(token, found):
            continue
        key = (steps, abs(mention.span_start - start_of(found.token)))
        if best is None or key < best[:2]:
            best = (*key, mention)
    return best[2] if best is not None and best[0] <= 5 else None


def _is_day_of_saying(token: Token, found: Candidate) -> bool:
    """As in "... was hit, officials said on Tuesday": a date on the verb of saying, when the deed is what is said."""
    said = token.head
    while said.dep_ in ("nmod", "flat", "compound", "obl:unmarked") and said.head.i != said.i and said.pos_ not in ("VERB", "AUX"):
        said = said.head
    if said.lemma_.lower() not in SPEECH or said == found.clause:
        return False
    word = found.clause
    for _ in range(MOST_STEPS):
        if word.head == said:
            return word.dep_ in ("ccomp", "parataxis", "obj")
        if word == said:
            return True
        if word.head.i == word.i:
            return False
        word = word.head
    return False


def places_of(reading: Reading, sentence: Sentence, found: Candidate) -> list[PlaceMention]:
    """Return where an event happened: the finest place of its own phrases, else of its clause; several when countries are
    coordinated ("targets in Iraq and Syria"), for those are several events; [] when the text does not say."""
    near: list[tuple[int, int, int, int]] = []
    named: list[tuple[PlaceMention, Token]] = []
    for mention in reading.places:
        if not sentence.start <= mention.span_start < sentence.end:
            continue
        token = _token_at(sentence, mention.span_start, mention.span_end)
        if token is None or (mention.is_demonym and not _is_of_territory(token)) or not _is_where(token, found):
            continue
        steps = min((d for d in (distance(token, found.token), distance(token, found.clause)) if d is not None), default=None)
        if steps is None or steps > (NEAR if found.event_type in WORDS else MOST_STEPS):
            continue
        fineness = FINE.get(mention.place.precision, 5) if mention.place is not None else 5
        tier = 0 if _is_under(token, found) else 1 + steps // 4
        near.append((tier, fineness, steps, len(named)))
        named.append((_with_land(reading, mention, token), token))
    if not near:
        return []
    best, head = named[min(near)[3]]
    if best.place is None or best.place.precision != "country":
        return [best]
    return [best, *(m for m, t in named if t.dep_ == "conj" and t.head == head and m.place is not None and m.place.precision == "country")]


def _is_where(token: Token, found: Candidate) -> bool:
    """Whether a place name stands where an event is put: after a preposition of place, or as the place that is its target."""
    target = found.target
    token = word = first_of(token)
    for _ in range(6):
        if target is not None and word.i == target.i:
            within = word.i == token.i or _is_site(word)
            return within and found.event_type not in WORDS
        if found.source is not None and word.i == found.source.i:
            return False
        case = case_of(word)
        if case == "of" and _is_site(word.head):
            word = word.head
            continue
        if case is not None:
            return case in WHERE and word.head.i != word.i
        if word.head.i == word.i or word.dep_ in CLAUSES:
            return False
        part_of_name = word.dep_ in ("compound", "amod") and word.head.pos_ == "PROPN"
        if word.dep_ in ("compound", "amod", "nmod:poss") and not _is_site(word.head) and not part_of_name:
            return False
        word = word.head
    return False


def _is_site(word: Token) -> bool:
    """Whether a noun is a piece of land or a building, not a vehicle or weapon."""
    classes = classes_of(word)
    return bool(classes & {"territory", "facility"}) and not classes & {"weapon", "aircraft", "troops"}


def _is_under(token: Token, found: Candidate) -> bool:
    """Whether a word hangs below the event's own word or its verb, not beside them in the sentence."""
    own = {found.token.i, found.clause.i}
    return any(above.i in own for above in token.ancestors if above.i == token.head.i or _steps_to(token, above) <= 4)


def _steps_to(token: Token, above: Token) -> int:
    steps = 0
    while token.i not in (above.i, token.head.i):
        token, steps = token.head, steps + 1
    return steps


def _is_of_territory(token: Token) -> bool:
    """Whether an adjective is of a piece of land ("within Iranian territory"): not the adjective, the land is the place."""
    return token.dep_ == "amod" and "territory" in classes_of(token.head) and token.head.lemma_ != "border"


def _with_land(reading: Reading, mention: PlaceMention, token: Token) -> PlaceMention:
    """Return the mention with the noun of land that the adjective belongs to, as the article writes it."""
    if not mention.is_demonym:
        return mention
    end = end_of(token.head)
    return replace(mention, span_end=end, evidence=reading.parsed.text(mention.span_start, end))


def first_of(token: Token) -> Token:
    """Return the first of coordinated nouns, which has the preposition for all of them."""
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token


def _token_at(sentence: Sentence, start: int, end: int) -> Token | None:
    inside = [t for t in sentence.span if start <= start_of(t) < end and not t.is_punct]
    return next((t for t in inside if t.head.i == t.i or not start <= start_of(t.head) < end), None)

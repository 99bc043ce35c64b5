"""When and where an event happened: from its own clause, then its sentence, then the dateline.

A nationality adjective is never a place. For a strike "on Pakistan's Balochistan province" the target is the place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from transforms.events.day_of_saying import WORDS, is_day_of_count, is_day_of_saying, is_saying
from transforms.events.distance import CLAUSES, MOST_STEPS, WHERE, distance, main_verb
from transforms.events.frames import Candidate
from transforms.events.offsets import offset_date, offset_of
from transforms.events.reading import Reading
from transforms.events.relevance import is_definite
from transforms.events.subjects import SUBJECTS, case_of
from transforms.events.telling import is_of_teller
from transforms.events.word_classes import classes_of
from transforms.parse import Sentence, end_of, start_of
from transforms.places.area_words import area_words
from transforms.records import DateMention, EventMention, PlaceMention
from transforms.tokens import Token

MOST_STEPS_TO_DATE = 7
NEAR = 2
ABOUT = frozenset({"with", "over", "for"})
HOURS = frozenset({"overnight", "night", "at night", "at dawn", "early morning"})
HOURS_STEPS = 4
FINE = {"point": 0, "city": 1, "admin2": 2, "admin1": 3, "country": 4}
UNRESOLVED = 5
# More countries than so many in a list are no places of one deed each.
FEW = 2
# What a country has in another.
ABROAD = frozenset({"embassy", "consulate", "ambassador", "consul"})


def date_of(reading: Reading, sentence: Sentence, found: Candidate, before: Sequence[EventMention] = ()) -> DateMention | None:
    """Return the date nearest in the tree to the event, or None. In reported speech the day of saying is not the day of the deed;
    `before`: what was told before, from which "a day after" may count."""
    own = date_at(reading, sentence, found.clause, found.token)
    offset = offset_of(found.clause)
    if own is not None and _is_of_another_deed(found, own):
        return None
    if offset is None or (own is not None and own.span_start > start_of(offset.marker)):
        return own
    return offset_date(reading, offset, date_at(reading, sentence, offset.head.head), sentence, before)


def _is_of_another_deed(found: Candidate, own: DateMention) -> bool:
    """Whether a date is that of a deed done over another one ("arrested a man on Friday in connection with the bombing")."""
    noun = found.token
    if found.trigger.pos != "noun" or found.light is not None or noun.dep_ not in ("nmod", "obl") or case_of(noun) not in ABOUT:
        return False
    return is_definite(noun) and own.span_end <= start_of(noun.left_edge)


def date_at(reading: Reading, sentence: Sentence, clause: Token, word: Token | None = None) -> DateMention | None:
    """Return the date nearest in the tree to a clause, or None; among equals, that nearest in the text to `word`."""
    best: tuple[int, int, DateMention] | None = None
    for mention in reading.dates:
        if not sentence.start <= mention.span_start < sentence.end:
            continue
        token = token_at(sentence, mention.span_start, mention.span_end)
        if token is not None and _is_of_verb(token):
            token = token.head.head  # "Pakistan on Thursday said", "Last month soldiers killed": the day is the verb's
        if token is not None and _is_set_off(sentence, token, mention):
            token = main_verb(sentence)
        steps = distance(token, clause) if token is not None else None
        if token is None or steps is None or is_day_of_saying(reading, token, clause) or is_day_of_count(token, clause):
            continue
        if mention.evidence.lower() in HOURS:
            steps += HOURS_STEPS  # the day named beside it says more: "an overnight raid in Wardak on Monday"
        key = (steps, abs(mention.span_start - start_of(word or clause)))
        if best is None or key < best[:2]:
            best = (*key, mention)
    return best[2] if best is not None and best[0] <= MOST_STEPS_TO_DATE else None


def _is_of_verb(token: Token) -> bool:
    """Whether a date that the parse hangs on a subject is the verb's: after the subject, or first in the sentence."""
    if token.head.dep_ not in SUBJECTS:
        return False
    if token.i > token.head.i:
        return token.dep_ in ("nmod", "nmod:unmarked")
    opens = token.left_edge.i == token.sent.start and token.left_edge.lower_ in ("last", "this", "earlier")
    return opens and token.dep_ in ("compound", "nmod", "nmod:unmarked", "amod")


def _is_set_off(sentence: Sentence, token: Token, mention: DateMention) -> bool:
    """Whether a date ends the sentence after a comma and an infinitive or participle ("..., to arrest X in Y, yesterday")."""
    first = token.left_edge
    ends = mention.span_end >= sentence.end - 1
    after_comma = first.text == "," or (first.i > sentence.span.start and first.nbor(-1).text == ",")
    return ends and after_comma and token.head.dep_ in ("acl", "advcl")


def place_at(reading: Reading, sentence: Sentence, clause: Token) -> PlaceMention | None:
    """Return the finest resolved place, below a country, among the phrases of place of a clause, or None."""
    near: list[tuple[int, int, int]] = []
    for number, mention in enumerate(reading.places):
        if not sentence.start <= mention.span_start < sentence.end or mention.is_demonym or mention.place is None:
            continue
        token = token_at(sentence, mention.span_start, mention.span_end)
        steps = distance(token, clause) if token is not None else None
        fineness = FINE.get(mention.place.precision, UNRESOLVED)
        if token is not None and steps is not None and fineness < FINE["country"] and is_where(token, None):
            near.append((fineness, steps, number))
    return reading.places[min(near)[2]] if near else None


def places_of(reading: Reading, sentence: Sentence, found: Candidate) -> list[PlaceMention]:
    """Return where an event happened: the finest place of its own phrases, else of its clause; several when countries are
    coordinated ("targets in Iraq and Syria"), for those are several events; [] when the text does not say."""
    near: list[tuple[int, int, int, int]] = []
    offset = offset_of(found.clause)
    named: list[tuple[PlaceMention, Token]] = []
    for mention in reading.places:
        if not sentence.start <= mention.span_start < sentence.end:
            continue
        token = token_at(sentence, mention.span_start, mention.span_end)
        if token is None or (mention.is_demonym and not _is_of_territory(token)) or not is_where(token, found):
            continue
        if is_day_of_saying(reading, token, found.clause) or is_of_teller(token, found.clause, lambda verb: is_saying(reading, verb)):
            continue  # "said in Kabul that two soldiers had been killed"
        if offset is not None and token.i < offset.marker.i:
            continue  # "strikes inside Iran, two days after Iranian missiles hit its own territory"
        steps = min((d for d in (distance(token, found.token), distance(token, found.clause)) if d is not None), default=None)
        if steps is None or steps > (NEAR if found.event_type in WORDS else MOST_STEPS):
            continue
        fineness = FINE.get(mention.place.precision, UNRESOLVED) if mention.place is not None else UNRESOLVED
        tier = 0 if _is_under(token, found) else 1 + steps // 4
        near.append((tier, fineness, steps, len(named)))
        named.append((_with_land(reading, mention, token), token))
    if not near:
        return []
    # A village that the gazetteer lacks gives way to the district or province named with it.
    first = min(near)
    resolved = [item for item in near if item[1] < FINE["country"]] if first[1] == UNRESOLVED else []
    best, head = named[min([*resolved, first], key=lambda item: (item[1] == UNRESOLVED, item))[3]]
    if best.place is None or best.place.precision != "country" or sum(t.dep_ == "conj" and t.head == head for _, t in named) > FEW:
        return [best]
    return [best, *(m for m, t in named if t.dep_ == "conj" and t.head == head and m.place is not None and m.place.precision == "country")]


def is_where(token: Token, found: Candidate | None) -> bool:
    """Whether a place name stands where an event is put: after a preposition of place, or as the place that is its target."""
    target = found.target if found is not None else None
    token = word = first_of(token)
    for _ in range(6):
        if found is not None and target is not None and word.i == target.i:
            within = word.i == token.i or _is_site(word)
            return within and found.event_type not in WORDS
        if found is not None and found.source is not None and word.i == found.source.i:
            return False
        case = case_of(word)
        if word.head.lemma_.lower() in ABROAD and word.dep_ in ("nmod", "compound", "amod", "nmod:poss") and case != "in":
            return False  # "the embassies of China and Russia"
        if case == "of" and _is_site(word.head):
            word = word.head
            continue
        if case is not None:
            return case in WHERE
        if word.head.i == word.i or word.dep_ in CLAUSES:
            return False
        part_of_name = word.dep_ in ("compound", "amod") and (word.head.pos_ == "PROPN" or word.head.lower_ in area_words())
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


def token_at(sentence: Sentence, start: int, end: int) -> Token | None:
    """Return the word of a span that hangs from outside it, or None where no word begins in the span."""
    span = sentence.span
    for place in range(bisect_left(span, start, key=attrgetter("start")), len(span)):
        token = span[place]
        if token.start >= end:
            break
        if not token.is_punct and (token.head is token or not start <= token.head.start < end):
            return token
    return None

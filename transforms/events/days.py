"""When an event happened: the date of its own clause, then of its sentence; never the day of saying, of a deadline or of another deed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from transforms.events.blame import SHARE
from transforms.events.causes import is_of_cause
from transforms.events.day_of_saying import WORDS, is_day_of_charge, is_day_of_saying, is_day_of_sequel
from transforms.events.distance import distance, main_verb
from transforms.events.elsewhere import is_after, is_of_former_deed
from transforms.events.frames import Candidate, candidate_at
from transforms.events.habits import is_general
from transforms.events.offsets import offset_date, offset_of
from transforms.events.reading import Reading
from transforms.events.relevance import is_definite
from transforms.events.repairs import after_comma
from transforms.events.setting import token_at
from transforms.events.subjects import SUBJECTS, case_of
from transforms.events.word_classes import classes_of
from transforms.parse import Sentence, start_of
from transforms.records import DateMention, EventMention
from transforms.tokens import Token
from transforms.tree_clauses import ANSWERS
from transforms.tree_openings import DASHES

# What follows a deed on the day of it.
DONE_AT_ONCE = frozenset({"ASSAULT", "PROTEST"})
MOST_STEPS_TO_DATE = 7
ABOUT = frozenset({"with", "over", "for"})
HOURS = frozenset({"overnight", "night", "at night", "at dawn", "early morning"})
HOURS_STEPS = 4
NOUNS = frozenset({"NOUN", "PROPN"})
COARSE = frozenset({"month", "year"})
CLOCK = re.compile(
    r"(?:at |around |about )?"
    r"(?:\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?|noon|mid-?day|midnight|dawn|dusk|daybreak|sunrise|sunset)$",
    re.IGNORECASE,
)
# Participles that tell when words became binding.
SETTLED = frozenset((lemma, "acl", "VBN") for lemma in ("sign", "reach", "broker", "conclude", "adopt", "agree"))
# What ends the state in which somebody was put.
UNDOING = frozenset({"free", "release", "rescue", "exchange", "swap", "return", "recover", "find", "retake"})
# Helping verbs of what is done already.
PAST_HELPERS = frozenset({"was", "were", "had", "has", "have", "did"})
LATER = (" later", " after", " afterwards")


def date_of(reading: Reading, sentence: Sentence, found: Candidate, before: Sequence[EventMention] = ()) -> DateMention | None:
    """Return the date nearest in the tree to the event, or None. In reported speech the day of saying is not the day of the deed;
    `before`: what was told before, from which "a day after" may count."""
    own = date_at(reading, sentence, found.clause, found.token)
    if own is not None and _is_before_deed(sentence, found, own):
        return None
    if is_general(reading, found):
        return None  # the day on which a war began is not its day
    if found.light is not None and found.light.lemma_.lower() == "claim" and is_definite(found.token):
        return None  # "claimed the attack on Tuesday", which was told before
    if own is not None and CLOCK.match(own.evidence) and any(told.date is not None for told in before):
        return None  # "at 9.13 p.m." of the day told before
    offset = offset_of(found.clause)
    day = token_at(sentence, own.span_start, own.span_end) if own is not None else None
    if day is not None and (is_after(day, found.token) or (found.event_type not in DONE_AT_ONCE and is_of_cause(day, found.clause))):
        return None
    if own is not None and (
        _is_of_another_deed(found, own) or _is_deadline(reading, sentence, found, own) or _is_still_to_come(reading, found.clause, own)
    ):
        return None
    if offset is None or (own is not None and own.span_start > start_of(offset.marker)):
        return own
    return offset_date(reading, offset, date_at(reading, sentence, offset.head.head), sentence, before)


def _is_still_to_come(reading: Reading, clause: Token, own: DateMention) -> bool:
    """Whether a deed is told in the past tense and the day is after the publication: it is that of something else ("was arrested, and is to
    appear in court on Thursday"). A day is allowed for the clocks of other lands."""
    published = reading.parsed.article.published_at
    if published is None or own.date_start is None or own.date_start <= published.date() + timedelta(days=1):
        return False
    helpers = {t.lower_ for t in clause.children if t.dep_ in ("aux", "aux:pass")}
    return bool(helpers & PAST_HELPERS) or (clause.tag_ == "VBD" and not helpers)


def day_of_saying(reading: Reading, sentence: Sentence, clause: Token) -> DateMention | None:
    """Return the day on which somebody is said to have told of a deed ("said on Monday that ..."), or None."""
    for mention in reading.dates:
        token = token_at(sentence, mention.span_start, mention.span_end) if sentence.start <= mention.span_start < sentence.end else None
        if token is not None and is_day_of_saying(reading, _verb_of(token) or token, clause):
            return mention
    return None


def _is_before_deed(sentence: Sentence, found: Candidate, own: DateMention) -> bool:
    """Whether a participle tells what was done to somebody before the dated deed ("Last month the rebels freed soldiers captured at X")."""
    clause, day = found.clause, token_at(sentence, own.span_start, own.span_end)
    is_described = clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.head.dep_ in ("obj", "nsubj:pass")
    return is_described and day is not None and clause not in day.ancestors and clause.head.head.lemma_.lower() in UNDOING


def _is_deadline(reading: Reading, sentence: Sentence, found: Candidate, own: DateMention) -> bool:
    """Whether a date is that by which a word is to be kept ("promised another battery by the end of the year"), of what is still to
    come ("have urged both sides to resume talks on 15 August"), or of what the words are about: words told are said already."""
    if found.event_type not in WORDS:
        return False
    published = reading.parsed.article.published_at
    if published is not None and own.date_start is not None and own.date_start > published.date():
        return True
    token = token_at(sentence, own.span_start, own.span_end)
    if token is not None and (own.date_precision in COARSE or found.event_type == "ACCUSE") and _is_of_contents(reading, token, found):
        return True  # "asked Rwanda to hand over suspects in a failed coup in 2015", "accused Rwanda of shelling a town on Monday"
    return token is not None and (case_of(token) == "by" or reading.parsed.text(max(0, own.span_start - 3), own.span_start) == "by ")


def _is_of_contents(reading: Reading, token: Token, found: Candidate) -> bool:
    """Whether a date stands in what the words are about: with a noun that is not their own, or in a clause below their verb."""
    is_of_speech = "utterance" in classes_of(token.head) and token.head.head == found.clause  # "in an interview on Wednesday, accused"
    if token.head.pos_ in NOUNS and token.head != found.token and not is_of_speech:
        return True
    if any(is_day_of_charge(token, found.clause, t) for t in found.clause.children if _is_deed(reading, t)):
        return True
    above = [word for word in token.ancestors if found.clause in word.ancestors]
    return any(word.dep_ in ("xcomp", "ccomp", "advcl", "acl", "acl:relcl") and word.pos_ == "VERB" for word in above)


def _is_deed(reading: Reading, word: Token) -> bool:
    told = candidate_at(reading, word)
    return told is not None and told.event_type in DONE_AT_ONCE


def _is_of_another_deed(found: Candidate, own: DateMention) -> bool:
    """Whether a date is that of a deed done over another one ("arrested a man on Friday in connection with the bombing")."""
    noun = found.token
    if noun.dep_ in SUBJECTS and noun.head.lemma_.lower() in ANSWERS and own.span_start > start_of(noun.head):
        return True  # "the attack was retaliation for a killing last month"
    if noun.head.lemma_.lower() in SHARE and noun.dep_ == "nmod":
        noun = noun.head  # "sanctions in May on two men for their role in the attacks"
        return case_of(noun) in ABOUT and own.span_end <= start_of(noun.left_edge)
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
        if token is not None and (verb := _verb_of(token)) is not None:
            token = verb  # "Pakistan on Thursday said", "Last month soldiers killed": the day is the verb's
        if token is not None and _is_set_off(sentence, token, mention):
            token = main_verb(sentence)
        steps = distance(token, clause) if token is not None else None
        if token is not None and any(t.lemma_.lower() in ANSWERS and t != clause and t not in clause.ancestors for t in token.ancestors):
            continue  # "hit depots in retaliation for an attack on Monday"
        if token is not None and (
            _is_of_dateline(token) or _is_beside_the_point(token, mention, clause) or _is_of_noun(token, (clause, word))
        ):
            continue
        verb = next((above for above in token.ancestors if above.pos_ == "VERB"), token) if token is not None else clause
        if verb != clause and (verb.lemma_.lower(), verb.dep_, verb.tag_) in SETTLED:
            continue  # "suspended an agreement signed in X on Oct. 26"
        if token is not None and is_of_former_deed(token, clause):
            continue  # "signed a peace deal in June 2023 but has continued to attack civilians"
        if token is not None and mention.evidence.lower().endswith(LATER) and _is_of_next_deed(token, clause):
            continue
        if token is None or steps is None or is_day_of_saying(reading, token, clause) or is_day_of_sequel(token, clause):
            continue
        if mention.evidence.lower() in HOURS:
            steps += HOURS_STEPS  # the day named beside it says more: "an overnight raid in Wardak on Monday"
        key = (steps, abs(mention.span_start - start_of(word or clause)))
        if best is None or key < best[:2]:
            best = (*key, mention)
    return best[2] if best is not None and best[0] <= MOST_STEPS_TO_DATE else None


def _is_of_dateline(token: Token) -> bool:
    """Whether a date only says when the report was sent ("KABUL (April 28, 2011) - Troops killed two rebels yesterday")."""
    return any(above.dep_ == "discourse" and any(t.text in DASHES for t in above.children) for above in token.ancestors)


def _is_beside_the_point(token: Token, mention: DateMention, clause: Token) -> bool:
    """Whether a date only begins a stretch without such a deed ("for the first time since 2016"), or is a month or year that a relative
    clause tells of somebody ("blamed X, which has held the pilot since February last year")."""
    if case_of(token) == "since" and any(t.lower_ == "first" for t in clause.doc[clause.i : token.i]):
        return True
    if (
        case_of(token) == "from"
        and clause not in token.ancestors
        and any(t.lower_ == "before" for t in clause.children if t.dep_ == "mark")
    ):
        return True  # "besieged the city for a year from April 2019 before it was beaten back"
    if clause.dep_ == "nmod" and clause.head.lemma_.lower() == "anniversary" and clause not in token.ancestors:
        return True  # "hold a vigil on Thursday on the anniversary of the shooting"
    noun = token.head
    if noun != clause and noun.pos_ in NOUNS and (noun.head.lower_ == "ahead" or case_of(noun) in ("before", "ahead")):
        return True  # "stepped up air raids ahead of an election on Dec. 28"
    inside = next((above for above in token.ancestors if above.dep_ == "acl:relcl"), None)
    return inside is not None and mention.date_precision in COARSE and inside != clause and clause in inside.ancestors


def _is_of_noun(token: Token, told: Sequence[Token | None]) -> bool:
    """Whether a day is that of another deed whose noun it owns ("blamed the rebels for Friday's attack")."""
    return token.dep_ == "nmod:poss" and token.head not in told and any(t.dep_ == "case" for t in token.children)


def _verb_of(token: Token) -> Token | None:
    """Return the verb whose date the parse hangs on its subject, after the subject or first in the sentence, or None."""
    last = token.right_edge
    if case_of(token) == "on" and last.i + 1 < token.sent.end and last.nbor(1).pos_ == "VERB" and last.nbor(1).tag_ in ("VBD", "VBZ"):
        verb = last.nbor(1)  # "Rebels of the FARC on Sunday released ...", whatever part of the subject the parse takes
        if any(above.dep_ in SUBJECTS and above.head == verb for above in token.ancestors):
            return verb
    if token.head.dep_ not in SUBJECTS:
        return None
    if token.i > token.head.i:
        is_aside = case_of(token) == "since" or (
            last.i + 1 < token.sent.end and last.nbor(1).text == ","
        )  # "the rebels, at war since May,"
        return token.head.head if token.dep_ in ("nmod", "nmod:unmarked") and not is_aside else None
    opens = token.left_edge.i == token.sent.start and token.left_edge.lower_ in ("last", "this", "earlier")
    return token.head.head if opens and token.dep_ in ("compound", "nmod", "nmod:unmarked", "amod") else None


def _is_of_next_deed(token: Token, clause: Token) -> bool:
    """Whether a day counted from a deed is that of the one told after it ("seized two men in June and freed them a month later")."""
    verb = token.head
    return verb != clause and verb.dep_ == "conj" and verb.i > clause.i and clause in verb.ancestors


def _is_set_off(sentence: Sentence, token: Token, mention: DateMention) -> bool:
    """Whether a date ends the sentence after a comma and an infinitive or participle ("..., to arrest X in Y, yesterday")."""
    return mention.span_end >= sentence.end - 1 and after_comma(token) and token.head.dep_ in ("acl", "advcl")

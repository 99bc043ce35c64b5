"""Who speaks each stretch between quotation marks: the act of speech beside it, around it, or carried on from before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.attribution.contents import clauses_of_hearer, verb_content
from transforms.attribution.cues import Cue, cue_words, noun_cue, verb_cue
from transforms.attribution.marks import Stretch
from transforms.attribution.outer import OuterSentence, Paragraph
from transforms.attribution.phrases import phrase_at
from transforms.attribution.sources import noun_after, own_subject, source_of, touching_source
from transforms.attribution.voice import is_passive
from transforms.tokens import Token

# how much less a verb counts that is not plainly one of speech
WEIGHT = {"speech": 0, "manner": -5, "showing": -10, "thought": -12}


DASHES = frozenset({"-", "--", "―", "~"})


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of speech: the cue's token and row (a row is None for a verb that is no cue), and the head of its source.

    `basis` says why: tail, head, cover, near, subject, continued."""

    token: Token
    cue: Cue | None
    source: Token | None
    basis: str


def speakers(paragraphs: Sequence[Paragraph], stretches: Sequence[Stretch], text: str) -> dict[int, Speech]:
    """Return the act of speech of each stretch that has one, by the stretch's number."""
    found: dict[int, Speech] = {}
    last: Speech | None = None  # the latest act of speech, for quotations that stand alone
    is_open = False  # whether the paragraph before broke off inside a quotation, or ended in a colon
    for paragraph in paragraphs:
        found |= _in_paragraph(paragraph, stretches, text, last, is_open)
        numbers = [number for sentence in paragraph.sentences for number in sentence.stretches]
        closing = _last_speech(paragraph)
        if numbers and numbers[-1] in found:
            in_last = paragraph.home[numbers[-1]] == len(paragraph.sentences) - 1
            last = found[numbers[-1]] if in_last or closing is None else closing
        else:
            last = closing
        tail = paragraph.doc[len(paragraph.doc) - 1]
        is_open = (bool(numbers) and not stretches[numbers[-1]].is_closed) or tail.text == ":"
    return found


def _in_paragraph(paragraph: Paragraph, stretches: Sequence[Stretch], text: str, before: Speech | None, is_open: bool) -> dict[int, Speech]:
    found: dict[int, Speech] = {}
    waiting: list[int] = []
    current = before if is_open else None
    for sentence in paragraph.sentences:
        local: Speech | None = None
        for number in sentence.stretches:
            speech = best_speech(sentence, paragraph, stretches[number], number)
            if speech is None and not _has_words(sentence):
                if current is not None:
                    speech = Speech(current.token, current.cue, current.source, "continued")
                else:
                    waiting.append(number)
            if speech is not None:
                found[number] = speech
                local = speech
        if local is not None:
            for number in waiting:
                found[number] = Speech(local.token, local.cue, local.source, "continued")
            waiting = []
        current = local or _speech_in(sentence) or current
    if before is not None:
        for number in waiting:
            found[number] = Speech(before.token, before.cue, before.source, "continued")
    return found


def best_speech(sentence: OuterSentence, paragraph: Paragraph, stretch: Stretch, number: int) -> Speech | None:
    """Return the act of speech in a sentence that a stretch belongs to, by place first and syntax second."""
    first, last = paragraph.extent(number)
    best: tuple[float, Speech] | None = None
    words = cue_words()
    for token in sentence.words:
        scored = _score(token, paragraph, first, last) if token.lower_ in words else None
        if scored is not None and (best is None or scored[0] > best[0]):
            best = scored
    if best is not None:
        return best[1]
    return _after_colon(sentence, paragraph, first) or _signed(sentence, paragraph, last) or _subject_speech(sentence, paragraph, first)


def _score(token: Token, paragraph: Paragraph, first: int, last: int) -> tuple[float, Speech] | None:
    """Return how well an act of speech at a token fits a stretch (tokens `first` to `last`), or None when it does not.

    Beside the stretch counts most, then a clause that covers it (the outermost one), then what merely stands in its sentence."""
    named = phrase_at(token)
    if named is not None:
        return 60 - _distance(token, first, last) / 10, Speech(token, named[0], named[1], "near")
    cue = verb_cue(token)
    if cue is None:
        return _score_noun(token, first)
    if token.dep_ in ("amod", "compound"):
        return None
    source = speaker_near(token, paragraph, first, last)
    weight = WEIGHT[cue.kind] - (50 if source is None else 0)
    distance, verbs = paragraph.words_between(min(token.i, last) + 1, max(token.i, first))
    if token.i > last:
        if token.lower_.endswith("ing"):
            return None  # a participle after a quotation goes on to something else
        if token.dep_ == "acl:relcl" and token.head.i >= first:
            return None  # told of a noun in or after the quotation: 'a "record" that he released', "a man who asked not to be named"
        other = ("ccomp", "xcomp", "obj") if token.dep_ == "conj" else ("ccomp", "xcomp")
        goes_on = any(t.dep_ in other and t.i > token.i and t != source for t in token.children)  # it reports something else
        goes_on |= bool(clauses_of_hearer(token, cue))
        if not verbs and distance <= 14 and cue.kind != "thought" and not goes_on:
            return 100 - distance + weight, Speech(token, cue, source, "tail")
    if any(first <= t.i <= last for t in verb_content(token, cue, source, paragraph.region(token))):
        return 90 - 2 * _depth(token) + weight, Speech(token, cue, source, "cover")
    if cue.kind == "thought" or (token.i > last and source is None):
        return None
    if token.i > last:
        return 20 - distance + weight, Speech(token, cue, source, "near")
    if not verbs and distance < 12:
        return 80 - distance + weight, Speech(token, cue, source, "head")
    return 40 - distance + weight, Speech(token, cue, source, "near")


def _score_noun(token: Token, first: int) -> tuple[float, Speech] | None:
    """Return the fit of a noun of speech right before a stretch, with its owner ("his demand for", "Clinton's question:")."""
    noun = noun_cue(token)
    if noun is None or noun.kind != "speech" or not 0 < first - token.i < 5:
        return None
    owner = next((t for t in token.children if t.dep_ == "nmod:poss"), None)
    return (50.0, Speech(token, noun, owner, "head")) if owner is not None else None


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def speaker_near(token: Token, paragraph: Paragraph, first: int, last: int) -> Token | None:
    """Return the source of a verb beside a quotation: by its frame, or, where the parse fails, by the noun phrase that touches it."""
    source = source_of(token)
    if source is None and is_passive(token):
        return None
    if source is not None and paragraph.inside[source.i] is None and source != token:
        return source
    doc = token.doc
    if last < token.i < last + 4:  # "...," said Mr Vaez
        head = noun_after(t for t in doc[token.i + 1 : token.i + 12] if paragraph.inside[t.i] is None)
        if head is not None and paragraph.inside[head.i] is None:
            return head
    found = touching_source(token, _unquoted_before(token, paragraph))
    return found if found is not None and paragraph.inside[found.i] is None else None


def _unquoted_before(token: Token, paragraph: Paragraph) -> range:
    """Return the words of a verb's sentence from the last quotation before it on."""
    region = paragraph.region(token)
    start = region.start
    for i in range(region.start, token.i):
        if paragraph.inside[i] is not None:
            start = i + 1
    return range(start, region.stop)


def _after_colon(sentence: OuterSentence, paragraph: Paragraph, first: int) -> Speech | None:
    """Return the speaker of a transcript, a caption or a headline, `Clinton: "..."`: a name and a colon at the start of a sentence."""
    words = [t for t in sentence.words if t.i < first and not t.is_space][:12]
    colon = next((t for t in words if t.text == ":"), None)
    if colon is None or any(t.pos_ in ("VERB", "AUX") for t in words if t.i < colon.i):
        return None
    source = noun_after(t for t in words if t.i < colon.i)
    return Speech(colon, None, source, "colon") if source is not None and paragraph.inside[source.i] is None else None


def _signed(sentence: OuterSentence, paragraph: Paragraph, last: int) -> Speech | None:
    """Return the speaker of a quotation that is signed with a dash and a name."""
    words = [t for t in sentence.words if t.i > last and not t.is_space]
    if len(words) < 2 or len(words) > 20 or words[0].text not in DASHES or any(t.pos_ in ("VERB", "AUX") for t in words):
        return None
    source = noun_after(words[1:])
    return Speech(words[0], None, source, "signed") if source is not None and source.pos_ == "PROPN" else None


def _subject_speech(sentence: OuterSentence, paragraph: Paragraph, first: int) -> Speech | None:
    """Return the outermost verb with a subject that governs a stretch, as the weakest sign of a speaker."""
    best = None
    for token in paragraph.doc[first].ancestors:
        if token.pos_ == "VERB" and token.i < first and paragraph.inside[token.i] is None and token in sentence.words:
            source = own_subject(token) or source_of(token)
            if source is not None and source.i < first and paragraph.inside[source.i] is None:
                best = Speech(token, None, source, "subject")
    return best


def _distance(token: Token, first: int, last: int) -> int:
    return token.i - last if token.i > last else first - token.i


def _has_words(sentence: OuterSentence) -> bool:
    return any(not t.is_punct and t.lower_ not in ("and", "but") for t in sentence.words)


def _speech_in(sentence: OuterSentence) -> Speech | None:
    """Return the last act of speech in a sentence without regard to a quotation: a cue verb with a source."""
    words = cue_words()
    for token in reversed(sentence.words):
        cue = verb_cue(token) if token.lower_ in words else None
        if cue is not None and cue.kind in ("speech", "manner", "thought"):
            source = source_of(token)
            if source is not None and source != token:
                return Speech(token, cue, source, "near")
    return None


def _last_speech(paragraph: Paragraph) -> Speech | None:
    for sentence in reversed(paragraph.sentences):
        speech = _speech_in(sentence)
        if speech is not None:
            return speech
    return None

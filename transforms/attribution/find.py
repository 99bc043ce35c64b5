"""Who says what: every act of reporting in an article, with its source, its cue and the spans of what is said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from transforms.actors.index import ActorIndex
from transforms.attribution.acts import attribution_of
from transforms.attribution.contents import noun_content, verb_content
from transforms.attribution.cues import Cue, cue_words, noun_cue, verb_cue
from transforms.attribution.labels import label_act
from transforms.attribution.marks import Stretch, find_stretches
from transforms.attribution.outer import Paragraph, read_paragraphs
from transforms.attribution.phrases import phrase_act
from transforms.attribution.sources import source_of, touching_source
from transforms.attribution.spans import spans
from transforms.attribution.speech import Speech, speakers
from transforms.attribution.unspoken import why_unspoken
from transforms.attribution.voice import is_finite, is_passive
from transforms.parse import ParsedArticle
from transforms.records import ActorMention, Attribution
from transforms.tokens import Token


def find_attributions(parsed: ParsedArticle, actors: Sequence[ActorMention]) -> list[Attribution]:
    """Return the acts of reporting, in the order of their cues; the narrator's own words have none.

    A quotation is one attribution whose content is exactly the words between its marks; reported clauses, objects and nouns
    are others, also inside quotations."""
    index = ActorIndex(actors)
    stretches = find_stretches(parsed.article.text)
    paragraphs = read_paragraphs(parsed, stretches)
    found = [_quotation(parsed, stretches[n], speech, index) for n, speech in spoken(paragraphs, stretches, parsed.article.text).items()]
    starts = [stretch.outer_start for stretch in stretches]
    acts = sorted((item.cue_start, len(item.cue) + len(item.source_text or "")) for item in found)
    for paragraph in paragraphs:
        reports = [*_reports(parsed, paragraph, index), *_labels(parsed, paragraph, index)]
        found.extend(item for item in reports if not _is_quotation(item, stretches, starts, acts))
    return sorted(found, key=lambda item: (item.cue_start, item.content))


def spoken(paragraphs: Sequence[Paragraph], stretches: Sequence[Stretch], text: str) -> dict[int, Speech]:
    """Return the act of speech of each stretch that somebody says, by its number; names, titles and scare quotes are left out."""
    found = speakers(paragraphs, stretches, text)
    said = {}
    for paragraph in paragraphs:
        for number in paragraph.home:
            speech = found.get(number)
            if speech is not None and why_unspoken(stretches[number], number, speech, paragraph, text) is None:
                said[number] = speech
    return said


def claimant_at(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """Return the innermost attribution (the shortest content) with a source whose content covers a span, or None for the narrator."""
    covering = [
        (sum(b - a for a, b in item.content), number)
        for number, item in enumerate(attributions)
        if item.source_text and _covers(item.content, start, end)
    ]
    return attributions[min(covering)[1]] if covering else None


def _covers(content: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    for first, last in content:  # noqa: SIM110 - asked for every pair of a word and an attribution: a generator costs more than the looking
        if first <= start and end <= last:
            return True
    return False


def _quotation(parsed: ParsedArticle, stretch: Stretch, speech: Speech, index: ActorIndex) -> Attribution:
    polarity = polarity_of(speech.token, speech.cue) if speech.cue is not None else "unmarked"
    return attribution_of(parsed, speech.token, speech.cue, polarity, speech.source, ((stretch.start, stretch.end),), index)


def _reports(parsed: ParsedArticle, paragraph: Paragraph, index: ActorIndex) -> Iterator[Attribution]:
    words = cue_words()
    for token in paragraph.doc:
        act = _act(token, paragraph) if token.lower_ in words else None
        if act is None:
            continue
        cue, source, content = act
        if source is not None and paragraph.inside[source.i] != paragraph.inside[token.i]:
            source = None  # words of a quotation do not name who speaks outside it, nor the other way round
        pieces = spans(content)
        if pieces:
            yield attribution_of(parsed, token, cue, polarity_of(token, cue), source, pieces, index)


def _labels(parsed: ParsedArticle, paragraph: Paragraph, index: ActorIndex) -> Iterator[Attribution]:
    for sentence in paragraph.sentences:
        act = label_act(sentence.words, index) if not sentence.stretches else None
        if act is not None:
            mark, source, content = act
            yield attribution_of(parsed, mark, None, "says", source, content, index)


def _act(token: Token, paragraph: Paragraph) -> tuple[Cue, Token | None, list[Token]] | None:
    """Return the cue that a token is, its source and the tokens of what it reports, or None."""
    cue = verb_cue(token)
    if cue is not None:
        if cue.polarity == "cites" and token.lower_.endswith("ing") and verb_cue(token.head) is not None:
            return None  # "state media said, citing an official": the source of the act beside it
        region = paragraph.region(token)
        source = source_of(token)
        if source is None and cue.kind == "speech" and is_finite(token) and not is_passive(token):
            source = touching_source(token, region)
        if (cue.kind == "thought" and source is None) or token.dep_ in ("amod", "compound"):
            return None
        return cue, source, verb_content(token, cue, source, region)
    noun = noun_cue(token)
    if noun is not None:
        owner = next((t for t in token.children if t.dep_ == "nmod:poss"), None)
        maker = next((t for t in token.children if t.dep_ == "nmod" and any(c.lower_ in ("by", "from") for c in t.children)), None)
        held = noun_content(token, noun, paragraph.region(token))
        return noun, owner or maker, [t for t in held if maker is None or t not in maker.subtree]
    return phrase_act(token, paragraph.region(token))


def polarity_of(token: Token, cue: Cue) -> str:
    """Return a cue's polarity where it stands: "did not confirm" and "never said" report no assertion."""
    negated = any(t.dep_ == "advmod" and t.lower_ in ("not", "n't", "n’t", "never") for t in token.children)
    if negated and cue.polarity in ("says", "confirms", "claims", "admits", "reports", "claims_responsibility"):
        return "denies"
    return cue.polarity


def _is_quotation(item: Attribution, stretches: Sequence[Stretch], starts: Sequence[int], acts: Sequence[tuple[int, int]]) -> bool:
    """Return whether what is reported is nothing but words of quotations, which have their own attributions, and who said them.

    `acts` are the offsets of the quotations' cues, each with the length of cue and source."""
    low, high = item.content[0][0], item.content[-1][1]
    around = sum(size for at, size in acts[bisect_left(acts, (low, 0)) : bisect_left(acts, (high, 0))] if at != item.cue_start)
    length = sum(b - a for a, b in item.content) - around
    first = max(0, bisect_right(starts, item.content[0][0]) - 1)
    quoted = 0
    for stretch in stretches[first:]:
        if stretch.outer_start >= item.content[-1][1]:
            break
        if not stretch.outer_start <= item.cue_start < stretch.outer_end:
            quoted += sum(max(0, min(b, stretch.outer_end) - max(a, stretch.outer_start)) for a, b in item.content)
    return quoted >= 0.8 * length

"""Who says what: every act of reporting in an article, with its source, its cue and the spans of what is said."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from transforms.attribution.contents import noun_content, spans, verb_content
from transforms.attribution.cues import Cue, noun_cue, particles, verb_cue
from transforms.attribution.marks import Stretch, find_stretches
from transforms.attribution.outer import Paragraph, read_paragraph
from transforms.attribution.phrases import phrase_attribution
from transforms.attribution.relay import cited_source, quoted_by, via_of
from transforms.attribution.sources import phrase, source_of
from transforms.attribution.speech import Speech, speakers
from transforms.parse import ParsedArticle, end_of, start_of
from transforms.records import ActorMention, Attribution

try:
    from transforms.actors import ActorIndex
except ImportError:  # until actors land

    class ActorIndex:  # type: ignore[no-redef]
        def __init__(self, mentions): ...
        def at(self, start, end):
            return None

        def by_head(self, offset):
            return None


def find_attributions(parsed: ParsedArticle, actors: Sequence[ActorMention]) -> list[Attribution]:
    """Return the acts of reporting, in the order of their cues; the narrator's own words have none.

    A quotation is one attribution whose content is exactly the words between its marks; reported clauses, objects and nouns
    are others, also inside quotations."""
    index = ActorIndex(list(actors))
    stretches = find_stretches(parsed.article.text)
    found = [_quotation(parsed, stretches[number], speech, index) for number, speech in speeches(parsed, stretches).items()]
    for sentence in parsed.sentences:
        for token in sentence.span:
            item = _reported(parsed, token, sentence.index, index)
            if item is not None and not _is_quotation(item, stretches):
                found.append(item)
    return sorted(found, key=lambda item: (item.cue_start, item.content))


def claimant_at(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """Return the innermost attribution (the shortest content) with a source whose content covers a span, or None for the narrator."""
    covering = [
        (sum(b - a for a, b in item.content), number)
        for number, item in enumerate(attributions)
        if item.source_text and any(a <= start and end <= b for a, b in item.content)
    ]
    return attributions[min(covering)[1]] if covering else None


def speeches(parsed: ParsedArticle, stretches: Sequence[Stretch]) -> dict[int, Speech]:
    """Return the act of speech of each stretch between quotation marks, by its number."""
    return speakers(paragraphs_of(parsed, stretches), stretches, parsed.article.text)


def paragraphs_of(parsed: ParsedArticle, stretches: Sequence[Stretch]) -> list[Paragraph]:
    """Return the article's paragraphs with their stretches, in order (one pass over both)."""
    docs: list[Doc] = []
    for sentence in parsed.sentences:
        if not docs or docs[-1] is not sentence.span.doc:
            docs.append(sentence.span.doc)
    result = []
    at = 0
    for doc in docs:
        end = int(doc.user_data["start"]) + len(doc.text)
        numbers = []
        while at < len(stretches) and stretches[at].start < end:
            numbers.append(at)
            at += 1
        result.append(read_paragraph(doc, stretches, numbers, parsed.article.text))
    return result


def _quotation(parsed: ParsedArticle, stretch: Stretch, speech: Speech, index: ActorIndex) -> Attribution:
    polarity = speech.cue.polarity if speech.cue is not None else "unmarked"
    return _attribution(parsed, speech.token, speech.cue, polarity, speech.source, ((stretch.start, stretch.end),), index)


def _reported(parsed: ParsedArticle, token: Token, sentence_index: int, index: ActorIndex) -> Attribution | None:
    cue = verb_cue(token)
    if cue is not None:
        source = source_of(token)
        content = verb_content(token, cue, source)
        if not content or not _is_reporting(token, cue, source):
            return None
        return _attribution(parsed, token, cue, polarity_of(token, cue), source, spans(content), index)
    noun = noun_cue(token)
    if noun is not None:
        content = noun_content(token, noun)
        owner = next((t for t in token.children if t.dep_ == "nmod:poss"), None)
        by = next((t for t in token.children if t.dep_ == "nmod" and any(c.lower_ in ("by", "from") for c in t.children)), None)
        if content:
            source = owner or by
            return _attribution(parsed, token, noun, noun.polarity, source, spans(t for t in content if t is not by), index)
        return None
    return phrase_attribution(token, lambda cue, source, content: _attribution(parsed, token, cue, cue.polarity, source, content, index))


def _is_reporting(token: Token, cue: Cue, source: Token | None) -> bool:
    """Return whether a verb reports here: a plan or a hope needs somebody who has it; an order of words such as "that said" does not."""
    if cue.kind == "thought" and source is None:
        return False
    return token.dep_ not in {"amod", "compound"}


def polarity_of(token: Token, cue: Cue) -> str:
    """Return a cue's polarity where it stands: "did not confirm" and "refused to say" report no assertion."""
    negated = any(t.dep_ == "advmod" and t.lower_ in ("not", "n't", "never") for t in token.children)
    if negated and cue.polarity in ("says", "confirms", "claims", "admits", "reports", "claims_responsibility"):
        return "denies"
    return cue.polarity


def _attribution(
    parsed: ParsedArticle,
    token: Token,
    cue: Cue | None,
    polarity: str,
    source: Token | None,
    content: tuple[tuple[int, int], ...],
    index: ActorIndex,
) -> Attribution:
    relay = None
    if cue is not None and cue.part_of_speech == "verb":
        cited = cited_source(token)
        if cited is not None:
            source, relay = cited, source
        else:
            relay = via_of(token) or quoted_by(token)
            if relay is source:
                relay = None
    words = [token, *(particles(token, cue) or [])] if cue is not None and cue.part_of_speech == "verb" else [token]
    start, end = start_of(token), end_of(words[-1])
    if cue is not None and cue.part_of_speech == "phrase":
        end = start + len(cue.lemma)
    span = phrase(source) if source is not None else None
    mention = index.at(*span) if span is not None and source is not None else None
    if source is not None:
        mention = index.by_head(start_of(source)) or mention
    sentence = parsed.sentence_at(start)
    return Attribution(
        content=content,
        cue=parsed.text(start, end),
        cue_start=start,
        cue_end=end,
        polarity=polarity,
        sentence_index=sentence.index if sentence is not None else 0,
        source_start=span[0] if span is not None else None,
        source_end=span[1] if span is not None else None,
        source_text=parsed.text(*span) if span is not None else None,
        source_actor=mention.actor if mention is not None else None,
        via_text=parsed.text(*phrase(relay)) if relay is not None else None,
    )


def _is_quotation(item: Attribution, stretches: Sequence[Stretch]) -> bool:
    """Return whether what is reported is nothing but one quotation, which has its own attribution."""
    length = sum(b - a for a, b in item.content)
    if length == 0:
        return True
    low, high = 0, len(stretches)
    while low < high:  # the first stretch that ends after the content's start
        middle = (low + high) // 2
        if stretches[middle].outer_end <= item.content[0][0]:
            low = middle + 1
        else:
            high = middle
    quoted = 0
    last = item.content[-1][1]
    while low < len(stretches) and stretches[low].outer_start < last:
        stretch = stretches[low]
        if not stretch.outer_start <= item.cue_start < stretch.outer_end:
            quoted += sum(max(0, min(b, stretch.outer_end) - max(a, stretch.outer_start)) for a, b in item.content)
        low += 1
    return quoted >= 0.8 * length

"""One act of reporting as a record: the cue and the source as written, the actor that is meant, and who relayed it."""

from __future__ import annotations

from transforms.actors.index import ActorIndex
from transforms.attribution.cues import Cue, particles
from transforms.attribution.names import phrase
from transforms.attribution.relay import cited_source, quoted_by, via_of
from transforms.attribution.spans import Spans
from transforms.parse import ParsedArticle, end_of, start_of
from transforms.records import ActorMention, Attribution
from transforms.tokens import Token


def attribution_of(
    parsed: ParsedArticle, token: Token, cue: Cue | None, polarity: str, source: Token | None, content: Spans, index: ActorIndex
) -> Attribution:
    """Return the record of an act of reporting; whom a relay cites is the source, and the relay is `via_text`."""
    relay = None
    if cue is not None and cue.part_of_speech == "verb":
        cited = cited_source(token)
        source, relay = (cited, source) if cited is not None else (source, via_of(token) or quoted_by(token))
    elif cue is not None and cue.part_of_speech == "phrase" and source is not None:
        cited = cited_source(token, source)
        source, relay = (cited, source) if cited is not None else (source, None)
    start, end = _cue_span(token, cue)
    span = phrase(source, token) if source is not None else None
    mention = (index.by_head(start_of(source)) or index.at(*span)) if source is not None and span is not None else None
    if span is not None and mention is not None and not mention.span_start <= start < mention.span_end:
        span = _whole(span, mention)
    if span is not None and span[0] < content[0][0] < span[1]:  # "citing the ministry, seven were hurt": the parser runs them together
        span = span[0], span[0] + len(parsed.text(span[0], content[0][0]).rstrip(" ,"))
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
        via_text=_relay_text(parsed, relay, index) if relay is not None and relay != source else None,
    )


def _relay_text(parsed: ParsedArticle, relay: Token, index: ActorIndex) -> str:
    span = phrase(relay)
    mention = index.at(*span)
    return parsed.text(*(_whole(span, mention) if mention is not None else span))


def _whole(span: tuple[int, int], mention: ActorMention) -> tuple[int, int]:
    """Return a source's span with the rest of the name that it breaks off in, where the parser tore the name apart."""
    start, end = span
    if mention.span_start < start < mention.span_end:
        start = mention.span_start
    if mention.span_start < end < mention.span_end:
        end = mention.span_end
    return start, end


def _cue_span(token: Token, cue: Cue | None) -> tuple[int, int]:
    start = start_of(token)
    if cue is None:
        return start, end_of(token)
    if cue.part_of_speech == "phrase":
        return start, end_of(token.doc[token.i + len(cue.lemma.split()) - 1])
    last = max([token, *(particles(token, cue) or [])], key=lambda t: t.i)
    return start, end_of(last)

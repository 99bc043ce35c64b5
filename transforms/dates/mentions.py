"""Find an article's date mentions and resolve them in the order of the text."""

from __future__ import annotations

from dataclasses import replace

from transforms.dates.context import Context, Resolved, remember
from transforms.dates.frame import frame_of
from transforms.dates.patterns import Expression, find_expressions
from transforms.dates.resolve import resolve
from transforms.dates.screen import is_date
from transforms.dates.tense import is_scheduled, tense_at
from transforms.parse import ParsedArticle
from transforms.records import DateMention

_GIVES_DAY = frozenset(("weekday", "date", "today", "yesterday", "tomorrow"))


def find_dates(parsed: ParsedArticle) -> list[DateMention]:
    """Return the date mentions of an article, in the order of its text.

    Each has its first and last day (inclusive), their precision and what they were counted from (`published_at`, `text`, `none`); an
    expression that could not be anchored keeps null days, and its weekday where it names one."""
    by_sentence = [[_told(one, parsed) for one in find_expressions(sentence.text, sentence.start)] for sentence in parsed.sentences]
    by_sentence = [[one for one in expressions if is_date(one, parsed)] for expressions in by_sentence]
    context = Context(frame_of(parsed, [one for expressions in by_sentence for one in expressions]))
    mentions: list[DateMention] = []
    for sentence, expressions in zip(parsed.sentences, by_sentence, strict=True):
        context.paragraph = sentence.paragraph
        waiting: list[int] = []
        for one in expressions:
            if one.kind == "clock" and any(other.kind in _GIVES_DAY and other.start > one.start for other in expressions):
                waiting.append(len(mentions))  # a time of day before its day: "at 10:35 a.m. (0735 GMT) Friday"
                mentions.append(_mention(parsed, one, Resolved()))
                continue
            resolved = resolve(one, tense_at(parsed, one.start, one.end), context)
            mentions.append(_mention(parsed, one, resolved))
            if one.kind == "clock" and "heading" not in one.parts:
                continue
            remember(one, resolved, context)
            if one.kind in _GIVES_DAY:
                for index in waiting:
                    mentions[index] = replace(
                        mentions[-1],
                        span_start=mentions[index].span_start,
                        span_end=mentions[index].span_end,
                        evidence=mentions[index].evidence,
                    )
                waiting = []
    return mentions


def _told(one: Expression, parsed: ParsedArticle) -> Expression:
    """Return an expression with the parts that the words around it add.

    `indefinite`: a weekday that is any such day ("on a Tuesday"), not where the article belongs to a noun. `heading`: a time of day that
    begins its line, as in a live blog. `scheduled`: a day of the year on which something is still to happen."""
    if one.kind == "clock":
        begins_line = one.start == 0 or parsed.text(one.start - 1, one.start) == "\n"
        return replace(one, parts={**one.parts, "heading": "line"}) if begins_line else one
    if one.kind == "date" and not one.parts.keys() & {"year", "short_year"} and is_scheduled(parsed, one.start, one.end):
        return replace(one, parts={**one.parts, "scheduled": "verb"})
    if one.kind != "weekday":
        return one
    token = parsed.token_at(parsed.article.text.find(one.parts["weekday"], one.start))
    if token is None or not any(child.lower_ in ("a", "one") and child.dep_ in ("det", "nummod") for child in token.children):
        return one
    return replace(one, parts={**one.parts, "indefinite": "a"})


def _mention(parsed: ParsedArticle, one: Expression, resolved: Resolved) -> DateMention:
    interval = resolved.interval
    return DateMention(
        span_start=one.start,
        span_end=one.end,
        evidence=parsed.text(one.start, one.end),
        date_start=interval.start if interval else None,
        date_end=interval.end if interval else None,
        date_precision=interval.precision if interval else None,
        anchor=resolved.anchor if interval else "none",
        weekday=resolved.weekday,
    )

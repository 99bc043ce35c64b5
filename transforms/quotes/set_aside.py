"""Why words between quotation marks are not in the table of quotes: for people who check the rules."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.attribution.marks import find_stretches
from transforms.attribution.outer import read_paragraphs
from transforms.attribution.speech import speakers
from transforms.attribution.unspoken import Reason, why_unspoken
from transforms.parse import ParsedArticle


def set_aside(parsed: ParsedArticle) -> Iterator[tuple[int, int, Reason]]:
    """Yield the span of each stretch between marks that is no quotation, with its reason code:
    title, name, nickname, term, scare, or "no speaker" where nobody is known to say it."""
    text = parsed.article.text
    stretches = find_stretches(text)
    paragraphs = read_paragraphs(parsed, stretches)
    found = speakers(paragraphs, stretches, text)
    for paragraph in paragraphs:
        for number in paragraph.home:
            reason = why_unspoken(stretches[number], number, found.get(number), paragraph, text)
            if reason is not None:
                yield stretches[number].start, stretches[number].end, reason

"""Lines that are no sentences: headings in capitals, and headlines in title case."""

from __future__ import annotations

from transforms.parse import Sentence

# Words so short are small in title case too; of the others so many begin with a capital; a line has more than so many of them.
SHORT, TITLED = 3, 0.85


def is_heading(sentence: Sentence) -> bool:
    """Whether a line is a short heading in capitals without a full stop: its grammar cannot be read."""
    words = [t.text for t in sentence.span if t.is_alpha]
    if len(words) < 3 or sentence.span[-1].text in (".", "!", '"'):
        return False
    return all(word.isupper() for word in words) and len(words) < 15


def is_titled(sentence: Sentence) -> bool:
    """Whether a line is a headline in title case."""
    if sentence.span[-1].text in (".", "!", '"'):
        return False
    long = [t.text for t in sentence.span if t.is_alpha and len(t.text) > SHORT]
    return len(long) > SHORT and sum(word[0].isupper() for word in long) / len(long) > TITLED

"""Tell an article's language (ISO 639-1)."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Frequent English words that no neighbour language shares in this number: a short English text full of names is still English.
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "was",
        "were",
        "has",
        "have",
        "been",
        "with",
        "that",
        "this",
        "from",
        "said",
        "after",
        "which",
        "their",
        "would",
        "who",
        "by",
        "are",
        "for",
        "on",
    ]
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1500  # characters: more changes no answer and costs time
_ENOUGH = 0.18  # share of such words; English news has 0.25 to 0.40, Dutch, Scots and Afrikaans under 0.06
_SURE = 0.9


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str | None:
    """Return the language of a text, or None when it is too short or too mixed to tell."""
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    if not words:
        return None
    share = sum(word in _ENGLISH for word in words) / len(words)
    if share >= _ENOUGH:
        return "en"
    language, sureness = _identifier().classify(sample)
    foreign = sum(not letter.isascii() for word in words for letter in word)
    if 2 * foreign > sum(map(len, words)):  # another script: which of its languages matters less than that it is none of English
        return str(language)
    if language == "en" or sureness >= _SURE:
        # A few words and names are no proof of a foreign language.
        return str(language) if language == "en" or len(words) >= 12 or not sample.isascii() else None
    return None

"""Words between quotation marks that nobody says: titles, names, nicknames, words under discussion, scare quotes."""

from __future__ import annotations

from typing import Literal

from transforms.attribution.marks import Stretch
from transforms.attribution.outer import Paragraph
from transforms.attribution.speech import Speech
from transforms.tokens import Token

Reason = Literal["title", "name", "nickname", "term", "scare", "no speaker"]

LONGEST_FRAGMENT = 8
SMALL = frozenset({"a", "an", "the", "of", "in", "on", "for", "and", "or", "to", "with", "at", "by", "from", "as", "not", "&", "vs."})
WORKS = frozenset(
    {
        "show",
        "film",
        "movie",
        "book",
        "novel",
        "song",
        "album",
        "series",
        "drama",
        "documentary",
        "ad",
        "advert",
        "spot",
        "program",
        "programme",
    }
    | {
        "column",
        "magazine",
        "play",
        "article",
        "essay",
        "memoir",
        "painting",
        "exhibition",
        "podcast",
        "sitcom",
        "hit",
        "track",
        "poem",
        "game",
    }
)
NAMING_WORDS = frozenset(
    {"known", "named", "called", "dubbed", "nicknamed", "titled", "entitled", "labeled", "labelled", "so-called", "codenamed", "code-named"}
    | {"billed", "branded", "christened", "operation", "marked", "termed"}
)
TERMS = frozenset(
    {"word", "words", "term", "terms", "phrase", "expression", "nickname", "slogan", "motto", "title", "label", "acronym", "name"}
)


def why_unspoken(stretch: Stretch, number: int, speech: Speech | None, paragraph: Paragraph, text: str) -> Reason | None:
    """Return why the words of a stretch are nobody's, or None when they are a quotation of the speaker found."""
    words = text[stretch.start : stretch.end].split()
    if speech is None or speech.source is None:
        return _name_or_title(words, number, paragraph) or "no speaker"
    after, before = paragraph.neighbours(number)
    if before is not None and before.dep_ == "acl" and before.lower_ in NAMING_WORDS and not _has_doer(before):
        return "name"  # "The film, titled ..."
    if len(words) > LONGEST_FRAGMENT or _is_beside(speech, number, paragraph):
        return None
    reason = _name_or_title(words, number, paragraph)
    is_said_of = speech.basis == "cover" and speech.cue is not None and speech.cue.polarity == "describes"
    if reason is not None and not (reason in ("title", "name") and is_said_of):
        return reason
    if speech.basis == "subject":
        return None if _is_headline(number, paragraph) or "as" in _words_before(before, 2) else "scare"
    if speech.basis in ("near", "head", "tail") and after is not None and before is not None:
        modifies = after.pos_ in ("NOUN", "PROPN") and before.pos_ in ("DET", "ADJ", "ADP", "NOUN", "NUM")
        far = speech.basis == "near" and before.i < speech.token.i and (speech.cue is None or speech.cue.part_of_speech == "verb")
        if (modifies and speech.cue is not None and speech.cue.part_of_speech == "verb") or (far and len(words) <= 4):
            return "scare"
    return None


def _name_or_title(words: list[str], number: int, paragraph: Paragraph) -> Reason | None:
    after, before = paragraph.neighbours(number)
    back = _words_before(before, 3)
    if before is not None and after is not None and before.pos_ == after.pos_ == "PROPN" and len(words) <= 3 and words[0][:1].isupper():
        return "nickname"
    if any(word in NAMING_WORDS for word in back) and not _has_agent(before):
        return "name"
    if words[0] == "Operation":
        return "name"
    if back and back[0] in TERMS:
        return "term"
    if (
        _is_title_case(words)
        and not _is_headline(number, paragraph)
        and (before is None or _introduces_title(before, back) or _is_named_after(after))
    ):
        return "title"
    return None


def _is_headline(number: int, paragraph: Paragraph) -> bool:
    """Return whether the sentence around a stretch is set in capitals as headlines are; there quotation marks are real quotations."""
    words = [t.text for t in paragraph.sentences[paragraph.home[number]].words if t.is_alpha and t.lower_ not in SMALL]
    return len(words) > 2 and all(word[0].isupper() for word in words) and not all(word.isupper() for word in words)


def _is_beside(speech: Speech, number: int, paragraph: Paragraph) -> bool:
    """Return whether the cue touches the stretch: `said: "..."`, `"...," he said`."""
    if speech.basis == "continued":
        return True
    first, last = paragraph.extent(number)
    if speech.basis == "tail":
        opens = number in paragraph.sentences[paragraph.home[number]].stretches[:1] and not _words_before_in_sentence(number, paragraph)
        return speech.token.i - last < 4 or opens
    return speech.token.i < first and all(t.is_punct or t.is_space or t.lower_ == "that" for t in paragraph.doc[speech.token.i + 1 : first])


def _words_before_in_sentence(number: int, paragraph: Paragraph) -> bool:
    first, _ = paragraph.extent(number)
    return any(t.i < first and not t.is_punct for t in paragraph.sentences[paragraph.home[number]].words)


def _words_before(before: Token | None, count: int) -> list[str]:
    """Return the words before a stretch, the nearest first."""
    if before is None:
        return []
    return [t.lower_ for t in reversed(before.doc[max(0, before.i - count + 1) : before.i + 1])]


def _has_agent(before: Token | None) -> bool:
    """Return whether the word of naming before a stretch is somebody's: "what he called", "Trump dubbed him"."""
    if before is None:
        return False
    for token in reversed(before.doc[max(0, before.i - 3) : before.i + 1]):
        if token.lower_ in NAMING_WORDS:
            return _has_doer(token)
    return False


def _has_doer(verb: Token) -> bool:
    return any(t.dep_ in ("nsubj", "obl:agent") for t in verb.children)


def _is_title_case(words: list[str]) -> bool:
    bare = [word.strip(".,!?;:'\"()") for word in words]
    named = [word for word in bare if word and word.lower() not in SMALL]
    return (
        bool(named) and all(not word[0].islower() for word in named) and not words[-1].endswith((",", "!", "?"))
    ) or _is_title_with_stop(bare, named)


def _is_title_with_stop(bare: list[str], named: list[str]) -> bool:
    return len(bare) > 1 and bool(named) and all(not word[0].islower() for word in named)


def _introduces_title(before: Token, back: list[str]) -> bool:
    if before.lower_ in ("'s", "’s", "'", "’", "on", "in", "of", "the", "a") or before.tag_ == "POS":
        return True
    return any(word in WORKS for word in back)


def _is_named_after(after: Token | None) -> bool:
    """Return whether what follows says that it is a work: `, a movie about`, `is a drama`."""
    return after is not None and any(t.lower_ in WORKS for t in after.doc[after.i : after.i + 6])

"""The characters of what is said, from the tokens that a rule picked: joined, and without marks and words that only lead to it."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.parse import end_of, start_of
from transforms.tokens import Token

Spans = tuple[tuple[int, int], ...]
LEADING = frozenset({"that", "to", "as", "of", "for", "about", "on", "against"})


def spans(tokens: Iterable[Token]) -> Spans:
    """Return the character spans of tokens, joined where they are neighbours, without marks, complementisers and spaces at the ends."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = [_trim(run, first=number == 0) for number, run in enumerate(runs)]
    return tuple((start_of(run[0]), end_of(run[-1])) for run in trimmed if run)


def _trim(run: list[Token], first: bool) -> list[Token]:
    while run and ((run[-1].is_punct and run[-1].text not in (")", "]", "%") and not _closes(run)) or run[-1].is_space):
        run = run[:-1]
    while run and ((run[0].is_punct and run[0].text not in ("(", "[") and not _opens(run)) or run[0].is_space):
        run = run[1:]
    if first and len(run) > 1 and run[0].lower_ in LEADING and run[0].dep_ in ("mark", "case") and not _is_of(run[0].head.head, run):
        return run[1:]
    if first and len(run) > 2 and run[0].lower_ == "that" and run[0].head.i > run[0].i and run[1].pos_ not in ("VERB", "AUX"):
        return run[1:]
    return run


def _is_of(token: Token, run: list[Token]) -> bool:
    """Return whether a word stands in a run: then what it governs is a part of what is said ("On Friday troops left, he said")."""
    return run[0].i <= token.i <= run[-1].i


def _closes(run: list[Token]) -> bool:
    """Return whether a run ends in the mark that closes a quotation begun after its first word."""
    return run[-1].text == '"' and run[0].text != '"' and sum(t.text == '"' for t in run) % 2 == 0


def _opens(run: list[Token]) -> bool:
    """Return whether a run begins with the mark of a quotation that ends before its last word."""
    return run[0].text == '"' and run[-1].text != '"' and sum(t.text == '"' for t in run) % 2 == 0

"""The words that name a side or a place: a noun with its modifiers, without its clauses, short enough to be a name."""

from __future__ import annotations

from transforms.parse import end_of, start_of
from transforms.tokens import Token

# What belongs to the name of a party; clauses, appositions and asides do not.
LEFT = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "nmod:poss",
        "nmod:desc",
        "nmod",
        "nmod:unmarked",
        "advmod",
        "punct",
        "flat",
        "det:predet",
        "case",
    }
)
RIGHT = frozenset(
    {
        "flat",
        "fixed",
        "nmod",
        "nmod:desc",
        "nmod:unmarked",
        "compound",
        "conj",
        "appos",
        "punct",
        "case",
        "nummod",
        "det",
        "goeswith",
        "dep",
        "amod",
    }
)
# Adverbs that link a sentence to the one before, and are no part of who it tells of ("Meanwhile Israeli troops ...").
LINKING = frozenset({"meanwhile", "separately", "later", "earlier", "elsewhere", "also", "then", "now", "afterwards", "meantime"})
LONGEST = 12
# Words that count or pick out; what they count is the noun after "of" ("dozens of activists", "one of its critics").
COUNTING_WORDS = (
    "one two some many much most all several each few none both half number dozen hundred thousand ten score million "
    "group member series round part handful couple majority wave crowd spate string lot other any those state "
    "barrage salvo volley hail burst"
)
COUNTING = frozenset(COUNTING_WORDS.split())


def core(token: Token) -> Token:
    """Return the noun that a counting word counts, else the token."""
    if token.lemma_.lower() in COUNTING or token.pos_ == "NUM":
        for word in token.rights:
            if word.dep_ in ("nmod", "obl") and any(t.dep_ == "case" and t.lower_ == "of" for t in word.children):
                return word
    return token


def is_none(head: Token) -> bool:
    """Whether a noun phrase names nobody: "No group has claimed responsibility", "none of them"."""
    return head.lower_ in ("nobody", "none") or any(t.lower_ in ("no", "neither") for t in head.children if t.dep_ == "det")


def phrase(head: Token, stops: frozenset[int] = frozenset()) -> tuple[int, int]:
    """Return the article offsets (start, end) of the noun phrase of a head, coordinated parts included, at most 12 words.

    Dependents at `stops` (indices of tokens that are other sides of the event) are left out."""
    left = head
    for word in head.lefts:
        if word.dep_ in LEFT and not _is_outer(word, head):
            left = word.left_edge
            break
    right = _right(head, stops)
    while right.i - left.i >= LONGEST:
        shorter = max((t for t in _ends(head, stops) if t.i < right.i), key=lambda t: t.i, default=head)
        if shorter.i >= right.i:
            break
        right = shorter
    if right.i - left.i >= LONGEST + 4:
        left = head.doc[max(left.i, head.i - LONGEST)]
    while left.i < head.i and (
        (left.is_punct and left.text not in "(")
        or left.lower_ in LINKING
        or left.dep_ == "cc"
        or _is_outer_case(left)
        or (left.dep_ == "advmod" and left.nbor(1).dep_ == "case" and left.nbor(1).head == head)  # "apparently by a boy"
        or _is_outer_that(left, head)
    ):
        left = left.nbor(1)
    return start_of(left), end_of(_whole(right))


def _whole(word: Token) -> Token:
    """Return the last part of a hyphenated name ("Port-au-Prince"), where a phrase would end within it."""
    doc = word.doc
    while word.i + 2 < word.sent.end and not word.whitespace_ and doc[word.i + 1].text == "-" and not doc[word.i + 1].whitespace_:
        word = doc[word.i + 2]
    return word


def _is_outer_case(word: Token) -> bool:
    """Whether a word is the preposition before a phrase, not that of "at least ten"."""
    return word.dep_ == "case" and word.nbor(1).lower_ not in ("least", "most", "than")


def _is_outer_that(word: Token, head: Token) -> bool:
    """Whether "that" opens the clause and not the phrase ("said that eight of its fighters had been killed", "that police units had")."""
    return word.lower_ == "that" and (word.nbor(1).pos_ == "NUM" or head.tag_ in ("NNS", "NNPS"))


def _is_outer(word: Token, head: Token) -> bool:
    """A preposition before the phrase, and marks before it, are not part of it."""
    if word.dep_ == "advmod" and word.lower_ in LINKING:
        return True
    return (word.dep_ == "case" and word.head == head) or (word.dep_ in ("punct", "advmod") and word.i < head.i and word == head.left_edge)


def _right(head: Token, stops: frozenset[int]) -> Token:
    right = max(_ends(head, stops), key=lambda t: t.i)
    return right if right.i >= head.i else head


def _ends(word: Token, stops: frozenset[int] = frozenset()) -> list[Token]:
    """Return the words at which the phrase may end: the head, and the ends of what follows it."""
    ends = [word]
    for following in word.rights:
        is_counted = following.dep_ == "obl" and core(word) == following  # "several of the demonstrators"
        if (following.dep_ not in RIGHT and not is_counted) or following.is_punct or following.i in stops:
            continue
        if following.dep_ == "appos" and following.i - word.i > 3:
            continue
        if following.dep_ == "conj" and following.pos_ in ("VERB", "AUX"):
            break
        ends.extend(_ends(following, stops))
    return ends


def name_end(head: Token, end: int) -> int:
    """Return the offset at which a phrase ends: a name goes on as long as capitalised names follow each other ("Recep Tayyip Erdogan"),
    whatever the parse makes of them."""
    if head.pos_ != "PROPN":
        return end
    word = next((t for t in head.sent if end_of(t) == end), None)
    while word is not None and word.pos_ == "PROPN" and word.i + 1 < head.sent.end:
        following = word.nbor(1)
        if following.pos_ != "PROPN" or not following.text[:1].isupper() or following.dep_ in ("nsubj", "nsubj:pass", "obl:unmarked"):
            break
        word = following
    return max(end, end_of(word)) if word is not None else end


def is_by_name(person: Token) -> bool:
    """Return whether somebody is named, or called by an office and named beside it."""
    return person.pos_ == "PROPN" or any(t.dep_ in ("appos", "flat") and t.pos_ == "PROPN" for t in person.children)

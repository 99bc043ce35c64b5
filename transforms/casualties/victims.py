"""From a word in a victim's place to the people meant: whether they are people, how many, and every member of a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from transforms.casualties.lexicon import looks_like_person, noun_of
from transforms.casualties.numbers import Count, count_in, has_digit_or_number_word

PERSONAL = frozenset("he she him her they them himself herself themselves i me we us you".split())
RELATIVE = frozenset(("who", "whom", "which", "that"))
MEASURES = frozenset(
    "number dozen dozens score scores hundred hundreds thousand thousands ten tens couple pair total handful majority third half rest remains body bodies".split()
)
SHARES = frozenset(
    "one two three four five six seven eight nine ten some none both several many all most neither either each any few others those".split()
)
DEFINITE = frozenset("the this that these those his her their its our my".split())
NAME_PARTS = frozenset(("flat", "compound", "nmod:desc", "nmod:poss"))
LEFT_PARTS = frozenset(
    (
        "det",
        "nummod",
        "amod",
        "compound",
        "advmod",
        "nmod:poss",
        "nmod",
        "case",
        "det:predet",
        "flat",
        "punct",
        "nmod:desc",
        "obl:unmarked",
        "acl",
        "advcl",
    )
)


@dataclass(frozen=True, slots=True)
class Victims:
    """One noun phrase for people: its head word, its words from `first` to `last`, how many, and how it refers."""

    head: Token
    first: int
    last: int
    count: Count
    is_definite: bool = False
    is_share: bool = False
    is_counted: bool = True


def members(token: Token) -> Iterator[Token]:
    """Yield a noun and the nouns coordinated with it, in order of the text."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET") and child.i > token.i:
            if not any(mark.dep_ in ("nsubj", "nsubj:pass", "cop", "aux:pass") for mark in child.children) and not _has_case(
                child, "including", "from", "in"
            ):
                yield from members(child)


def relative_antecedent(token: Token) -> Token | None:
    """Return the noun that "who", "whom" or "that" stands for, or None when the token is no relative pronoun."""
    if token.lower_ not in RELATIVE or token.pos_ not in ("PRON", "DET", "SCONJ"):
        return None
    verb = token.head
    while verb.dep_ == "conj" and verb.head.i < token.i:
        verb = verb.head
    if verb.dep_ == "acl:relcl" and verb.head.i < token.i:
        return verb.head
    for before in reversed(list(token.doc[token.sent.start : token.i])):
        if before.pos_ in ("NOUN", "PROPN", "NUM") and before.dep_ not in NAME_PARTS:
            return before
        if before.pos_ == "VERB":
            return None
    return None


def people_in(token: Token, places: frozenset[int], strict: bool) -> Victims | None:
    """Return the people a noun phrase means, or None when it means no people.

    `places`: positions of words that are names of places. `strict`: a noun the seeds do not list is not taken for a person,
    as towns are captured and economies hurt. A plural without a number is vague, a singular is one."""
    doc = token.doc
    head, window_end = _true_head(token)
    if head.lower_ == "one" and head.pos_ in ("NUM", "PRON", "NOUN") and head is token and _has_case(token, "of"):
        return None
    if not _is_people(head, places, strict):
        return None
    first = _left_edge(token)
    last = max(_name_end(head), head.i)
    count = count_in(doc, first, window_end)
    if count is None and head is not token:
        count = count_in(doc, _left_edge(head), head.i)
    noun = noun_of(head)
    if noun is not None and noun.kind == "collective":
        inner = next((child for child in head.children if child.dep_ == "nmod" and _has_case(child, "of")), None)
        within = count_in(doc, inner.left_edge.i, inner.i + 1) if inner is not None else None
        if inner is not None and (within is not None or _is_people(inner, places, True)):
            head, count, last = inner, within, inner.i
        elif count is None or count.best == 1:
            return Victims(head, first, last, _uncounted(head), is_definite=_is_definite(token), is_counted=False)
        else:
            return None
    if count is not None:
        first = min(first, count.first)
        is_article = doc[count.first].lower_ in ("a", "an") and count.first == count.last
        return Victims(
            head,
            first,
            last,
            count,
            is_definite=_is_definite(token) or (head.lower_ in PERSONAL),
            is_share=head is not token,
            is_counted=not is_article,
        )
    if head.lower_ in ("they", "them", "themselves", "who", "those", "these", "others", "us", "we", "you") or _is_plural(head, noun):
        return Victims(head, first, last, _uncounted(head), is_definite=_is_definite(token), is_share=head is not token, is_counted=False)
    one = Count(
        1, 1, 1, "exact", -1, -1, is_more=any(doc[i].lower_ in ("another", "second", "third", "other") for i in range(first, head.i))
    )
    return Victims(head, first, last, one, is_definite=_is_definite(token), is_counted=False)


def _uncounted(head: Token) -> Count:
    is_more = head.lower_ == "others" or any(child.lower_ in ("other", "more") for child in head.children)
    return Count(None, None, None, "vague", -1, -1, is_more=is_more)


def _true_head(token: Token) -> tuple[Token, int]:
    """Return the noun for people behind a word of quantity ("dozens of people", "two of them"), and where its number ends."""
    for child in token.children:
        if (
            child.dep_ in ("nmod", "obl")
            and child.i > token.i
            and _has_case(child, "of")
            and (token.lower_ in MEASURES | SHARES or token.pos_ == "NUM")
        ):
            return _true_head(child) if child.lower_ in MEASURES else (child, child.i)
    return token, token.i + (token.pos_ in ("NUM", "DET", "ADJ", "PRON") or token.lower_ in MEASURES | SHARES | {"nobody"})


def _is_people(head: Token, places: frozenset[int], strict: bool) -> bool:
    noun = noun_of(head)
    if head.pos_ == "PRON" or head.lower_ in PERSONAL:
        return head.lower_ in PERSONAL or head.lower_ in (
            "others",
            "those",
            "all",
            "some",
            "none",
            "both",
            "one",
            "several",
            "many",
            "nobody",
            "someone",
            "somebody",
            "neither",
            "another",
            "most",
        )
    if noun is not None:
        return noun.kind != "thing"
    if head.pos_ == "NUM" or has_digit_or_number_word(head.text):
        return not (head.text.isdigit() and len(head.text) == 4 and 1900 <= int(head.text) <= 2100)
    if head.lower_ in SHARES or head.lower_ in MEASURES:
        return True
    if head.i in places:
        return False
    if head.pos_ == "PROPN":
        return not strict or any(child.dep_ in ("flat", "nmod:desc", "compound") for child in head.children)
    return head.pos_ in ("NOUN", "ADJ") and looks_like_person(head) and not strict


def _left_edge(token: Token) -> int:
    """Return the first position of the words before a noun that belong to it."""
    first = token.i
    start = token.sent.start
    while first > start:
        before = token.doc[first - 1]
        if (
            before.pos_ in ("VERB", "CCONJ", "SCONJ", "AUX")
            and before.dep_ not in ("amod", "compound", "nummod", "case")
            and not (before.head.i == token.i and before.dep_ == "amod")
        ):
            break
        if before.pos_ == "ADP" and before.lower_ not in ("at", "than", "to", "between"):
            break
        if before.text in ',;:()"' or not _belongs(before, token, first):
            break
        first -= 1
    return first


def _belongs(word: Token, head: Token, first: int) -> bool:
    """Return whether a word before a noun is under it, by the parse (six steps up at most)."""
    step = word
    for _ in range(6):
        if step.i == head.i:
            return True
        if step.head.i == step.i:
            return False
        step = step.head
    return False


def _name_end(head: Token) -> int:
    return max([child.i for child in head.children if child.dep_ == "flat" and child.i > head.i], default=head.i)


def _is_definite(token: Token) -> bool:
    if token.lower_ in PERSONAL:
        return True
    return any(child.dep_ in ("det", "nmod:poss") and child.lower_ in DEFINITE for child in token.children)


def _is_plural(head: Token, noun: object) -> bool:
    kind = getattr(noun, "kind", "")
    return kind in ("plural", "collective") or "Plur" in head.morph.get("Number") or head.tag_ in ("NNS", "NNPS")


def _has_case(token: Token, *words: str) -> bool:
    return any(child.dep_ in ("case", "mark") and child.lower_ in words for child in token.children)


def text_of(doc: Doc, victims: Victims) -> str:
    """Return the words of a victim phrase, as the parser read them."""
    return str(doc[victims.first : victims.last + 1].text)

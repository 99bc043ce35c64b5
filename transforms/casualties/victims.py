"""From a word in a victim's place to the people meant: whether they are people, how many, and every member of a list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from transforms.casualties.counts import Count, count_in
from transforms.casualties.lexicon import armed_groups, lemma_of, looks_like_person, noun_of, word_set
from transforms.casualties.names import are_ages, is_age, is_missed_name
from transforms.casualties.number_words import has_digit_or_number_word
from transforms.casualties.phrases import DAYS, NAME_PARTS, counted_with, has_case, left_edge, name_end
from transforms.casualties.units import MONTHS
from transforms.casualties.vehicles import is_vehicle
from transforms.places.countries import demonyms
from transforms.tokens import Token

PERSONAL = word_set("he she him her they them himself herself themselves i me we us you")
MEASURES = word_set(
    "number lot lots dozen dozens score scores hundred hundreds thousand thousands ten tens couple pair total handful majority third half"
    " rest remains body bodies"
)
SHARES = word_set(
    "another one two three four five six seven eight nine ten some none both several many all most neither either each any few others"
    " those second third fourth fifth sixth seventh eighth"
)
PLURAL_WORDS = word_set("they them themselves who others us we you both all some many several")
# Words that name no victims by themselves: who they are stands elsewhere, and is read there.
BARE = word_set(
    "each those these police us we you all some most many someone somebody anyone anybody everyone everybody people persons victims"
)
SIZES = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "twins": 2}
UNSAID = word_set("you me us we i")
ELSEWHERE = word_set("at for by in on from near after during inside outside against through since before into onto")
MORE = word_set("another other others additional further second third fourth fifth more")
DEFINITE = word_set("the this that these those his her their its our my")
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


def people_in(token: Token, places: frozenset[int], strict: bool, anywhere: bool = False) -> Victims | None:
    """Return the people a noun phrase means, or None when it means no people.

    `places`: positions of words that are names of places. `strict`: a noun the seeds do not list is not taken for a person,
    as towns are captured and economies hurt. `anywhere`: also after a preposition of place or time. A plural without a number is
    vague, a singular is one."""
    doc = token.doc
    head, window_end = _true_head(token)
    if not _is_people(head, places, strict):
        return None
    if has_case(token, *ELSEWHERE) and not anywhere and not _is_result(token) and not _follows_mark(token):
        return None
    first = left_edge(token) if head.i >= token.i or head.pos_ == "NUM" else left_edge(head)
    last = max(name_end(head), (counted_with(head) or head).i)
    count = count_in(doc, first, window_end)
    if count is None and head is not token:
        count = count_in(doc, left_edge(head), head.i)
    noun = noun_of(head)
    if noun is not None and noun.kind == "collective" and (count is None or count.best == 1):
        inner = next((child for child in head.children if child.dep_ == "nmod" and has_case(child, "of")), None)
        count = count_in(doc, inner.left_edge.i, inner.i + 1) if inner is not None else None
        if inner is None or (count is None and not _is_people(inner, places, True)):
            return Victims(head, first, last, _uncounted(is_more=True), is_definite=_is_definite(token, first), is_counted=False)
        head, last, noun = inner, inner.i, noun_of(inner)
    is_definite = _is_definite(token, first) or _is_definite(head, first) or head.lower_ in PERSONAL
    counted = range(count.first, count.last + 1) if count is not None else ()
    is_more = any(doc[i].lower_ in MORE for i in range(first, head.i + 1) if i not in counted)
    if count is not None:
        is_article = doc[count.first].lower_ in ("a", "an") and count.first == count.last
        if count.best == 1 and head.lower_ in SIZES:
            count = replace(count, low=SIZES[head.lower_], best=SIZES[head.lower_], high=SIZES[head.lower_])  # "another couple"
        count = replace(count, is_more=count.is_more or is_more)
        return Victims(head, min(first, count.first), last, count, is_definite, is_share=head is not token, is_counted=not is_article)
    if head.lower_ in SIZES and not head.lower_.endswith("s"):
        size = SIZES[head.lower_]
        return Victims(head, first, last, Count(size, size, size, "exact", -1, -1, is_more=is_more), is_definite, is_counted=False)
    if head.lower_ in UNSAID or (head.lower_ in BARE and not is_definite) or head.pos_ == "NUM" or has_digit_or_number_word(head.text):
        return None
    if head.lower_ in PLURAL_WORDS or head.lower_ in ("number", "lot", "rest") or _is_plural(head, noun):
        return Victims(head, first, last, _uncounted(is_more), is_definite, is_share=head is not token, is_counted=False)
    return Victims(head, first, last, Count(1, 1, 1, "exact", -1, -1, is_more=is_more), is_definite, is_counted=False)


def _uncounted(is_more: bool) -> Count:
    return Count(None, None, None, "vague", -1, -1, is_more=is_more)


def _true_head(token: Token) -> tuple[Token, int]:
    """Return the noun for people behind a word of quantity ("dozens of people", "two of them"), and where its number ends."""
    for child in token.children:
        if (
            child.dep_ in ("nmod", "obl")
            and child.i > token.i
            and has_case(child, "of")
            and (token.lower_ in MEASURES | SHARES or token.pos_ == "NUM")
            and child.lower_ not in ("whom", "which")
        ):
            return _true_head(child) if child.lower_ in MEASURES else (child, child.i)
    after = token.nbor(1) if token.pos_ == "NUM" and token.i + 1 < token.sent.end else None
    if after is not None and after.pos_ in ("VERB", "AUX") and after.lower_.endswith("s") and noun_of(after) is not None:
        return after, after.i  # "two suspects died", where the parse takes the noun for a verb
    if token.lower_ == "more" and token.i > token.sent.start:
        before = token.nbor(-1)
        if before.pos_ == "NUM" or before.lower_ in MEASURES | {"several", "many"}:
            return before, token.i  # "two more were wounded", "dozens more were hurt"
    if token.lower_ == "shot":
        return next((child for child in token.children if child.dep_ == "compound" and noun_of(child) is not None), token), token.i
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
        return noun.kind != "thing" and not is_vehicle(head)
    if head.pos_ == "NUM" or has_digit_or_number_word(head.text):
        is_year = head.text.isdecimal() and len(head.text) == 4 and 1900 <= int(head.text) <= 2100
        return not is_year and not are_ages(head.doc, head.i) and (not is_age(head.doc, head.i) or head.dep_ in ("nsubj", "nsubj:pass"))
    if head.lower_ in SHARES or head.lower_ in MEASURES:
        return not any(child.lower_ == "same" or (head.lower_ == "lot" and child.dep_ == "compound") for child in head.children)
    if head.lower_ in ("old", "olds") and head.i > 1 and head.nbor(-1).text == "-":
        return True
    if is_vehicle(head):
        return False
    if head.text[0].isupper() and (head.ent_type_ == "PER" or (head.pos_ == "NOUN" and _begins_name(head))):
        return True
    if head.i in places and not any(part.dep_ == "flat" and part.pos_ == "PROPN" and part.i not in places for part in head.children):
        return False  # a town's name may begin a person's
    if head.lower_ in MONTHS or head.lower_ in DAYS:
        return False
    if head.pos_ == "PROPN" or is_missed_name(head):
        parts = ("flat", "nmod:desc", "compound", *(("nummod",) if head.lower_ in armed_groups() else ()))  # "three Naxalites"
        if head.lower_ in demonyms() and any(child.dep_ == "nummod" or child.lower_ in ("a", "an") for child in head.children):
            return True  # "1.3 million Haitians", "a Pole"
        return not strict or any(child.dep_ in parts or _is_who(child) or _is_nickname(child) for child in head.children)
    if head.pos_ == "NOUN" and head.i == head.sent.start and head.dep_ == "nsubj:pass" and head.text.istitle() and not strict:
        return not head.lower_.endswith("s")
    return head.pos_ in ("NOUN", "ADJ") and looks_like_person(head) and not strict


def _is_who(clause: Token) -> bool:
    return clause.dep_ == "acl:relcl" and any(child.lower_ in ("who", "whom") for child in clause.children)


def _is_nickname(word: Token) -> bool:
    """Return whether a name in quotes, which the parse takes for an owner, is a part of the name: "Xavier 'Zee' Robinson"."""
    return word.dep_ == "nmod:poss" and word.pos_ == "PROPN" and any(child.text == "'" for child in word.children)


def _begins_name(head: Token) -> bool:
    """Return whether an unknown noun is the first part of a name, which the tagger missed at the start of a sentence."""
    return any(child.dep_ == "flat" and child.pos_ == "PROPN" and child.i == head.i + 1 for child in head.children)


def _is_result(token: Token) -> bool:
    """Return whether "in" names a result rather than a place ("resulted in six men being killed")."""
    step = token
    while step.head.i < step.i and step.pos_ not in ("VERB",):
        step = step.head
    return str(step.lemma_).lower() in ("result", "end", "culminate") or (
        token.i > 1 and any(word.lower_.startswith("result") for word in token.doc[max(token.sent.start, token.left_edge.i - 2) : token.i])
    )


def _follows_mark(token: Token) -> bool:
    """Return whether "after" opens a clause whose subject this is ("after a man shot in the leg called"), and no phrase of time."""
    if not has_case(token, "after", "before", "since"):
        return False
    after = token.nbor(1).lower_ if token.i + 1 < token.sent.end else ""
    last = token.right_edge.i
    if after == "of" and last + 1 < token.sent.end and token.doc[last + 1].tag_ in ("VBD", "VBN"):
        return True  # "after two of the wounded died"
    return token.dep_ in ("nsubj", "nsubj:pass") or after in ("was", "were", "shot", "killed", "wounded", "injured", "stabbed", "found")


def _is_definite(token: Token, first: int) -> bool:
    """Return whether an article or owner stands at a noun, within its phrase, which begins at `first`."""
    if token.lower_ in PERSONAL:
        return True
    openers = (child for child in token.children if child.dep_ in ("det", "nmod:poss") and child.lower_ in DEFINITE)
    return any(child.i >= first or child.nbor(1).text == '"' for child in openers)


def _is_plural(head: Token, noun: object) -> bool:
    kind = getattr(noun, "kind", "")
    if noun is None and (head.pos_ == "PROPN" or is_missed_name(head)):
        return head.lower_ in demonyms()
    if noun is None and head.text[0].isupper() and any(child.pos_ == "PROPN" and child.dep_ in NAME_PARTS for child in head.children):
        return False
    if noun is None and not head.lower_.endswith(("s", "men", "women")):
        return False
    if noun is not None and head.lower_.endswith("s") and head.lower_ != lemma_of(head):
        return True
    if kind == "person" and head.lower_ == lemma_of(head) and head.lower_ not in ("other", "dead", "wounded", "injured"):
        return False
    return kind in ("plural", "collective") or "Plur" in head.morph.get("Number", []) or head.tag_ in ("NNS", "NNPS")

"""Capitals as governments, where the grammar says so: "Tehran said", "Tehran's envoy", "accused Islamabad"; not "in Tehran"."""

from __future__ import annotations

from transforms.actors.curated import capital_index
from transforms.actors.folding import head_of
from transforms.actors.home_state import is_namesake
from transforms.actors.lexicon import personal_verbs, word_list
from transforms.actors.reading import Line, Reading
from transforms.tokens import Token

CLAUSE_OPENERS = frozenset({"and", "but", "that", "as", "while", "after", "before", "when", "because", "since"})
# With these prepositions a capital is dealt with, not a place.
DEALING = frozenset({"between", "with", "against", "by", "from"})


def sight_capitals(reading: Reading) -> None:
    """Add a sighting of the state for each capital that acts, is dealt with, or possesses what a government has."""
    index = capital_index()
    for line in reading.lines:
        place = 0
        while place < len(line.words):
            if line.words[place].key not in index.prefixes:
                place += 1
                continue
            match = index.at(line.words, place, line.text, line.sentence.start)
            if match is None or line.overlapping(line.words[place].start, line.words[match.end - 1].end):
                place += 1
                continue
            head = head_of(line.words[match.first : match.end])
            acts = stands_for_government(head) or acts_by_position(line, match.first, match.end)
            acts = acts and not _is_first_name(line.words[match.end - 1].token)
            is_capital = len(match.actor_ids) == 1 and not is_namesake(reading, line.words[match.first].start, match.actor_ids[0])
            if is_capital and acts and not _is_dateline(line, match.first, match.end):
                line.sight(match.first, match.end, match.actor_ids, "capital")
            place = match.end


def _is_dateline(line: Line, first: int, end: int) -> bool:
    """Whether a capital opens a report: "San Salvador, 21 Nov (AFP)", "KABUL -"."""
    if first > 0 or end >= len(line.words):
        return False
    gap = line.gap(end)
    return "(" in gap or "-" in gap.strip() or (gap.strip() == "," and line.words[end].text[0].isdigit())


def _is_first_name(last: Token) -> bool:
    """Whether a name goes on behind a capital's ("Douglas Brinkley", "Paris Hilton said")."""
    return any(t.dep_ == "flat" and t.pos_ == "PROPN" and t.i == last.i + 1 for t in (*last.children, *last.head.children))


def acts_by_position(line: Line, first: int, end: int) -> bool:
    """Return whether word order alone says it, where the parse may fail: "Minsk accused ...", "... accused Vilnius of"."""
    opens = first == 0 or line.gap(first).strip() == "," or line.words[first - 1].key in CLAUSE_OPENERS
    if opens and end < len(line.words) and line.gap(end) == " ":
        verb = line.words[end].token
        if verb.tag_ in ("VBD", "VBN", "VBZ") and verb.lemma_.lower() in word_list("addressing_verb") | personal_verbs():
            return end + 1 >= len(line.words) or line.words[end + 1].key != "by"
    if first == 0 or line.gap(first) != " " or end >= len(line.words):
        return False
    towards = line.words[first - 1].key == "to" and first > 1
    verb = line.words[first - 2 if towards else first - 1].token
    if verb.tag_ not in ("VBD", "VBN", "VBZ"):
        return False
    if towards:
        return verb.lemma_.lower() in word_list("complaining_verb")
    return verb.lemma_.lower() in word_list("addressing_verb") and line.words[end].key in ("of", "for", "to")


# What is put on a government and not on its town.
MEASURES = frozenset({"sanction", "pressure", "embargo", "tariff", "demand", "curb"})


def stands_for_government(token: Token) -> bool:
    """Return whether a capital is the government: agent or addressee of a verb, possessor of what governments have, party to a relation."""
    while token.dep_ == "conj" and token.head.pos_ == "PROPN":
        token = token.head
    cases = {child.lower_ for child in token.children if child.dep_ == "case"} - {"'s", "'"}
    head = token.head
    if token.dep_ in ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"):
        if head.pos_ not in ("VERB", "AUX"):
            return token.dep_ == "nsubj" and head.pos_ in ("NOUN", "ADJ") and not cases and _is_animate_copula(head)
        if token.dep_ in ("obj", "nsubj:pass"):
            return head.lemma_.lower() in word_list("addressing_verb")
        return head.lemma_.lower() not in word_list("place_verb")
    if token.dep_ == "nmod:poss":
        return head.lower_ not in word_list("city_thing") and head.lemma_.lower() not in word_list("city_thing")
    if cases & DEALING:
        if head.lemma_.lower() in word_list("relation_noun") or "between" in cases or "against" in cases:
            return True
        return "by" in cases and head.pos_ == "VERB"
    put = {head.lemma_.lower(), *(t.lemma_.lower() for t in head.children if t.dep_ == "obj")}
    if "on" in cases and put & MEASURES:
        return True
    return "to" in cases and head.lemma_.lower() in word_list("addressing_verb")


def _is_animate_copula(head: Token) -> bool:
    """Whether "Tehran is ..." says what a government can be ("ready", "willing", "responsible"), not what a city is."""
    return head.lemma_.lower() in word_list("willing_adjective")

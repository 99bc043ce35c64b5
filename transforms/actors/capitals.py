"""Capitals as governments, where the grammar says so: "Tehran said", "Tehran's envoy", "accused Islamabad"; not "in Tehran"."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.actors.curated import capital_index
from transforms.actors.folding import head_of
from transforms.actors.reading import Reading

# What a city as a place can also do or have; as subjects of these a capital stays a city.
PLACE_VERBS = frozenset(
    {"lie", "be", "remain", "become", "stand", "burn", "see", "witness", "sleep", "wake", "grow", "fall", "host", "sit"}
)
# Possessed by the city, not by the government.
CITY_THINGS = frozenset(
    {
        "airport", "street", "streets", "suburb", "suburbs", "outskirts", "mayor", "resident", "residents", "market", "university", "hospital",
        "centre", "center", "district", "neighbourhood", "neighborhood", "population", "metro", "square", "mosque", "skyline", "prison", "stock",
        "north", "south", "east", "west", "port", "bazaar", "subway", "zoo", "school", "hotel", "stadium", "police", "airspace",
    }
)  # fmt: skip
# With these prepositions a capital is dealt with, not a place.
DEALING = frozenset({"between", "with", "against", "by", "from"})
RELATION_NOUNS = frozenset(
    {"tie", "relation", "relationship", "talk", "tension", "deal", "agreement", "dispute", "rift", "alliance", "pressure", "response",
     "escalation", "war", "dialogue", "contact", "pact", "message", "support", "demand", "denial", "comment", "appetite", "sanction", "link"}
)  # fmt: skip


def sight_capitals(reading: Reading) -> None:
    """Add a sighting of the state for each capital that acts, is dealt with, or possesses what a government has."""
    for line in reading.lines:
        place = 0
        while place < len(line.words):
            match = capital_index().at(line.words, place, line.text, line.sentence.start)
            if match is None or line.overlapping(line.words[place].start, line.words[match.end - 1].end):
                place += 1
                continue
            head = head_of(line.words[match.first : match.end])
            if len(match.actor_ids) == 1 and stands_for_government(head):
                line.sight(match.first, match.end, match.actor_ids, "capital")
            place = match.end


def stands_for_government(token: Token) -> bool:
    """Return whether a capital's name is the government: agent or addressee of a verb, possessor of what governments have, or party to a relation."""
    while token.dep_ == "conj" and token.head.pos_ == "PROPN":
        token = token.head
    cases = {child.lower_ for child in token.children if child.dep_ == "case"} - {"'s", "'"}
    head = token.head
    if token.dep_ in ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"):
        if head.pos_ not in ("VERB", "AUX"):
            return token.dep_ == "nsubj" and head.pos_ in ("NOUN", "ADJ") and not cases and _is_animate_copula(head)
        if token.dep_ in ("obj", "nsubj:pass"):
            return head.lemma_.lower() in ADDRESSING
        return head.lemma_.lower() not in PLACE_VERBS
    if token.dep_ == "nmod:poss":
        return head.lower_ not in CITY_THINGS and head.lemma_.lower() not in CITY_THINGS
    if cases & DEALING:
        if head.lemma_.lower() in RELATION_NOUNS or "between" in cases or "against" in cases:
            return True
        return "by" in cases and head.pos_ == "VERB"
    return "to" in cases and head.lemma_.lower() in ADDRESSING


ADDRESSING = frozenset(
    {
        "tell", "accuse", "blame", "urge", "warn", "condemn", "criticise", "criticize", "ask", "call", "inform", "pressure", "press", "sanction",
        "support", "back", "thank", "threaten", "allow", "force", "prompt", "lead", "pledge", "say", "notify", "assure", "remind", "slam", "denounce",
        "rebuke", "isolate", "punish", "persuade", "convince", "provoke", "anger", "send", "hand", "give", "offer", "alarm", "worry", "help", "put",
        "compel", "recognise", "recognize", "oppose", "challenge", "defy", "summon", "expect", "want", "invite", "describe", "target", "implicate",
    }
)  # fmt: skip


def _is_animate_copula(head: Token) -> bool:
    """Whether "Tehran is ..." says what a government can be ("ready", "willing", "responsible"), not what a city is."""
    return head.lemma_.lower() in WILLING


WILLING = frozenset(
    {
        "ready",
        "willing",
        "responsible",
        "eager",
        "prepared",
        "committed",
        "able",
        "unwilling",
        "reluctant",
        "determined",
        "accountable",
        "angry",
        "furious",
    }
)

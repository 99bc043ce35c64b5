"""What other stages found in the article, asked by word: the actor, place, date or attribution at a token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.actors.index import ActorIndex
from transforms.events.arguments import Slots, verb_slots
from transforms.events.noun_phrase import core
from transforms.events.word_classes import classes_of
from transforms.parse import ParsedArticle
from transforms.records import ActorMention, Attribution, DateMention, PlaceMention
from transforms.tokens import Token
from transforms.tree_results import DAYS

if TYPE_CHECKING:
    from transforms.events.frames import Candidate

PERSONAL = frozenset({"he", "she", "they", "we", "it", "i", "him", "her", "them", "us", "his", "their", "its", "who", "whom"})
STRANGERS = frozenset({"individual", "figure", "element"})
UNKNOWN = frozenset({"unidentified", "unknown", "armed", "masked", "unnamed", "hooded", "uniformed"})
CROWDS = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})
# Classes told by who an actor is: states and their bodies, those who fight under a name, and groups among them.
KINDS = {"state": ("state", "igo"), "armed": ("armed_group", "state_forces"), "band": ("armed_group",)}
# Words of time the date finder may leave alone ("in recent weeks", "at dawn"): never a party or a place.
TIMES = (
    "january february march april may june july august september october november december "
    "day week month year hour minute night morning evening afternoon dawn dusk "
    "noon midnight time today yesterday tomorrow weekend decade century moment period past future eve anniversary"
)
TIME_WORDS = DAYS | frozenset(TIMES.split())

# An hour as forces write it, and what stands before it.
HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
AT_HOURS = frozenset({"at", "around", "before", "after", "about", "until"})
HYPHENS = ("-", "\u2010", "\u2011")
ROAD = re.compile(r"(?:U\.S\.|US)[ -](?:(?:Highway|Hwy\.?|Route) )?\d{1,3}\b(?![,.]\d)")
# Endings of nouns for people, of whom no list has all ("genocidaires", "Islamists", "technocrats").
PEOPLE = ("ist", "ian", "crat", "men", "man", "aire", "eer")


class Reading:
    """One parsed article with its actors, places, dates and attributions, looked up by token."""

    def __init__(
        self,
        parsed: ParsedArticle,
        actors: Sequence[ActorMention],
        places: Sequence[PlaceMention],
        dates: Sequence[DateMention],
        attributions: Sequence[Attribution],
    ) -> None:
        self.parsed = parsed
        self.actors = ActorIndex(actors)
        self.places = sorted(places, key=lambda place: (place.span_start, place.span_end))
        # "The US-owned tanker", "a Kabul-based agency", "on U.S. 79": where somebody is from, or a road's number, never where it is done.
        self.grounds = [place for place in self.places if not _is_in_other_word(parsed.article.text, place)]
        self.dates = sorted(dates, key=lambda found: (found.span_start, found.span_end))
        self.attributions = attributions
        self._actor_at: dict[Token, ActorMention | None] = {}
        # What other modules have read at a word, so that each word is read once.
        self.candidates: dict[Token, Candidate | None] = {}
        self.noun_slots: dict[Token, tuple[Slots, Token | None]] = {}
        self._verb_slots: dict[Token, Slots] = {}
        self._place_at = {offset: place for place in self.places for offset in range(place.span_start, place.span_end)}
        self._date_at = {offset: found for found in self.dates for offset in range(found.span_start, found.span_end)}

    def actor(self, token: Token) -> ActorMention | None:
        """Return the actor mention that the word heads or lies in, or None."""
        if token not in self._actor_at:
            self._actor_at[token] = self.actors.at(token.start, token.end)
        return self._actor_at[token]

    def place(self, token: Token) -> PlaceMention | None:
        """Return the place mention that covers the word, or None."""
        return self._place_at.get(token.start)

    def date(self, token: Token) -> DateMention | None:
        """Return the date mention that covers the word, or None."""
        return self._date_at.get(token.start)

    def is_time(self, token: Token) -> bool:
        """Whether a word is (part of) a date or a word of time."""
        if token.start in self._date_at or token.lemma_.lower() in TIME_WORDS:
            return True
        if HOUR.fullmatch(token.text) and any(t.dep_ == "case" and t.lower_ in AT_HOURS for t in token.children):
            return True  # "exploded at approximately 1700"
        joined = [t for t in token.children if t.dep_ == "conj"] if token.pos_ == "NUM" else []
        return any(t.start in self._date_at for t in joined)  # "between 5 and 11 February"

    def verb_slots(self, verb: Token) -> Slots:
        """Return the slots of a verb, the caller's own to change."""
        if verb not in self._verb_slots:
            self._verb_slots[verb] = verb_slots(verb, self.is_time)
        return self._verb_slots[verb].copy()

    def is_place(self, token: Token) -> bool:
        """Whether a word names a place; nationality adjectives do not."""
        found = self.place(token)
        if token.dep_ in ("compound", "amod") and token.i + 1 < len(token.doc) and token.nbor(1).text == "-" and not token.whitespace_:
            return False  # "cross-border", "Gaza-based"
        return found is not None and found.place is not None and not found.is_demonym

    def is_party(self, token: Token) -> bool:
        """Whether a word can act or be acted on as a party: an actor, a name that is no date, a person, a noun for a group."""
        if self.is_time(token):
            return False
        if self.actor(token) is not None or token.lower_ in PERSONAL or _is_crowd(token) or _is_stranger(token):
            return True
        if token.pos_ == "PROPN" or (token.text.rstrip("s").isupper() and len(token) > 2) or token.text in ("US", "UN", "EU", "UK"):
            return True
        if token.pos_ == "NOUN" and token.lower_.rstrip("s").endswith(PEOPLE):
            return True
        if token.lemma_.lower() == "team" and any(t.dep_ == "compound" and "troops" in classes_of(t) for t in token.children):
            return True  # "a coalition forces air weapons team": other teams play
        if token.pos_ == "NOUN" and len(token) > 6 and token.lower_.rstrip("s").endswith("ee"):
            return True
        return "party" in classes_of(token) or "person" in classes_of(token)

    def _is_bare_number(self, token: Token) -> bool:
        """Whether a number without a noun counts people, as in a headline ("Bomb kills eight in Baidoa", but not "121 shot down")."""
        if token.pos_ != "NUM" or token.dep_ not in ("obj", "nsubj:pass") or self.is_time(token):
            return False
        bounds = ("least", "most", "more")
        return not any(t.dep_ == "nmod" and t.lower_ not in bounds for t in token.children) and not any(
            t.lower_ == "down" for t in token.head.children
        )

    def _is_rest_elsewhere(self, token: Token) -> bool:
        """Whether "others" are counted as harmed in a place of their own ("Five others were killed in North Waziristan")."""
        is_counted = token.lower_ == "others" and any(t.dep_ == "nummod" for t in token.children)
        return is_counted and any(t.dep_ == "obl" and t.i > token.head.i and self.is_place(t) for t in token.head.children)

    def belongs(self, token: Token, name: str) -> bool:
        """Whether a word is of a class of `seeds/word_classes.csv`, or a party or place by what was found in the text."""
        token = core(token)
        if name == "party":
            return self.is_party(token)
        if (name == "crowd" and _is_crowd(token)) or (name == "combatant" and _is_armed(token)):
            return True
        if name == "person":
            return (
                "person" in classes_of(token)
                or token.lower_ in PERSONAL
                or token.lower_.rstrip("s").endswith("ee")
                or self._is_person(token)
                or self._is_bare_number(token)
                or _is_stranger(token)
                or self._is_rest_elsewhere(token)
            )
        if name in ("aid", "money") and (
            token.pos_ == "SYM" or token.lower_ in ("$", "€", "£") or token.text.startswith(("US$", "$", "€"))
        ):
            return True
        if name == "talk" and any(t.lower_ in ("news", "press") for t in token.children if t.dep_ == "compound"):
            return False  # a conference at which nobody is consulted
        if token.lemma_ == "test" and name in ("test", "exercise"):
            before = [classes_of(t) for t in token.children if t.dep_ == "compound"]
            if not all(classes & {"weapon", "bomb", "equipment"} for classes in before):
                return False  # "conducted DNA tests"
        if name in ("truce", "teargas") and any(name in classes_of(t) for t in token.children if t.dep_ == "compound"):
            return True  # "tear gas shells"
        if name == "politician" and any("politician" in classes_of(t) for t in token.children if t.dep_ in ("nmod:desc", "appos")):
            return True  # "former prime minister X launched an attack on his rivals"
        if name == "jointexercise":
            return "jointexercise" in classes_of(token) and any(t.lower_ in ("joint", "combined", "bilateral") for t in token.children)
        if name in KINDS:
            return (found := self.actor(token)) is not None and found.actor is not None and found.actor.kind in KINDS[name]
        if name == "metaphor" and "facility" in classes_of(token) and _is_built(token):
            return False  # "attacked a market", but "hit the market"
        if name == "sea":
            return self._is_sea(token)
        if name == "place":
            return self.is_place(token) or ((token.pos_ == "PROPN" or _is_named(token)) and not self.is_time(token))
        return name in classes_of(token)

    def _is_sea(self, token: Token) -> bool:
        """Whether a word is a sea, or the name of one."""
        found = self.place(token)
        named = found.place.feature == "water" if found is not None and found.place is not None else False
        return named or "sea" in classes_of(token)

    def _is_person(self, token: Token) -> bool:
        found = self.actor(token)
        if found is not None and found.actor is not None:
            kind = found.actor.kind
            is_counted = token.pos_ == "NOUN" and any(t.dep_ == "nummod" for t in token.children)  # "three Naxalites were killed"
            return kind in ("person", "population") or (kind == "armed_group" and is_counted)
        return token.pos_ == "PROPN" and not self.is_place(token) and not self.is_time(token)


def _is_in_other_word(text: str, place: PlaceMention) -> bool:
    """Whether a name is followed by a hyphen and a word in lower case, or begins the number of a road."""
    end = place.span_end
    return (text[end : end + 1] in HYPHENS and text[end + 1 : end + 2].islower()) or ROAD.match(text, place.span_start) is not None


def _is_built(token: Token) -> bool:
    """Whether a noun that is often figurative is told as one of its kind, or as struck by arms or armed people."""
    own = [t for t in token.children if t.dep_ in ("compound", "amod", "nmod") and "metaphor" not in classes_of(t)]
    is_one = any(t.lower_ in ("a", "an") or t.dep_ == "nummod" for t in token.children)
    doers = [t for t in token.head.children if t.dep_ == "nsubj"]
    return is_one or bool(own) or any(classes_of(t) & {"combatant", "troops", "weapon", "aircraft", "assault"} for t in doers)


def _is_named(token: Token) -> bool:
    """Whether a noun has a capital behind a word in small ("captured Pajut"), whatever the parser takes it for."""
    return token.pos_ == "NOUN" and token.text[:1].isupper() and token.i > token.sent.start and token.nbor(-1).text[:1].islower()


def _is_armed(token: Token) -> bool:
    """Whether people are told of as armed ("armed men raided the village")."""
    is_told = any(t.dep_ == "amod" and t.lower_ == "armed" for t in token.children)
    return is_told and token.lemma_.lower() in ("man", "group", "people", "youth", "individual", "person")


def _is_stranger(token: Token) -> bool:
    """Whether a word that often means no person is told as one of whom little is known ("unidentified individuals")."""
    return token.lemma_.lower() in STRANGERS and any(t.dep_ == "amod" and t.lower_ in UNKNOWN for t in token.children)


def _is_crowd(token: Token) -> bool:
    """Whether a number of no noun does something ("Thousands marched through the capital")."""
    return token.dep_ == "nsubj" and token.lower_ in CROWDS and token.head.pos_ == "VERB"

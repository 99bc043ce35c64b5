"""Articles whose words of force are figures of speech: sport, the stage and markets have attacks, battles and strikes of their own.

An article is of a theme by its words (`seeds/theme_words.csv`); in it a deed of force is an event only if somebody who uses force, or a
weapon, is told with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from transforms.events.frames import Candidate
from transforms.events.prospect import Reality
from transforms.events.reading import Reading
from transforms.events.weapons import instrument_of
from transforms.events.word_classes import classes_of
from transforms.parse import ParsedArticle
from transforms.seed_tables import read_seed
from transforms.tokens import Token

# So many words of a theme, each counted once, and so large a share of all words make an article one of the theme.
WORDS, SHARE = 3, 0.015
# Every report on politics has its votes and parties: of a campaign are those with more such words.
MORE_WORDS = {"campaign": 4}
# Who or what uses force in earnest: one such word outweighs so many of the theme. A film has its soldiers, a game has none.
OUTWEIGHED = {"sport": 10, "stage": 1, "campaign": 1}
OTHERWISE = 3
IN_EARNEST = frozenset({"weapon", "bomb", "explosive", "troops", "combatant"})
NO_FORCE = frozenset({"guard", "shot"})  # who shoots at baskets, and what is shot there
FIGURES = frozenset({"ASSAULT", "THREATEN", "MOBILIZE"})
RETOLD = FIGURES | {"COERCE", "RETREAT"}  # of a plot
FORCES = frozenset({"state_forces", "armed_group"})
# Modes, and verbs, that are meant as said where people suffer it, of whom a player speaks otherwise ("they killed us").
LITERAL = frozenset({"firearms", "primitive", "targeted", "explosives", "suicide-attack", "abduct", "sexual", "torture"})
KILLING = frozenset({"kill", "wound", "slay", "massacre"})
# Who or what leaves work; what strikes in earnest.
LEFT_WORK = frozenset({"walkout", "stoppage", "picket", "unionist", "union"})
FROM_THE_AIR = frozenset({"air", "airstrike", "missile", "drone", "rocket", "warplane", "jet", "shelling", "warhead"})
PLAYERS = frozenset({"us", "me", "them", "you"})


@cache
def _themes() -> Mapping[str, str]:
    return {row["word"]: row["theme"] for row in read_seed("theme_words")}


def theme_of(parsed: ParsedArticle) -> str | None:
    """Return the theme (`sport`, `stage`, `market`, `labour`, `cyber` or `campaign`) of whose words the article is full, or None."""
    themes = _themes()
    told: dict[str, list[str]] = {}
    words = in_earnest = 0
    for sentence in parsed.sentences:
        for token in sentence.span:
            words += token.is_alpha
            theme = themes.get(token.lower_) or themes.get(token.lemma_.lower())
            if theme is not None:
                told.setdefault(theme, []).append(token.lemma_.lower())
            elif token.pos_ == "NOUN" and classes_of(token) & IN_EARNEST and token.lemma_.lower() not in NO_FORCE:
                in_earnest += 1
    found = max(sorted(told), key=lambda theme: len(told[theme]), default=None)
    if found is None or len(set(told[found])) < MORE_WORDS.get(found, WORDS):
        return None
    is_full = len(told[found]) >= max(SHARE * words, in_earnest * OUTWEIGHED.get(found, OTHERWISE))
    return found if is_full else None


def tells_of_stoppage(parsed: ParsedArticle) -> bool:
    """Whether an article tells of work that is left, and of nothing that is struck from the air: its "strike" is then a stoppage."""
    nouns = {token.lemma_ for sentence in parsed.sentences for token in sentence.span if token.pos_ == "NOUN"}
    return not LEFT_WORK.isdisjoint(nouns) and FROM_THE_AIR.isdisjoint(nouns)


def is_figure(theme: str | None, reading: Reading, found: Candidate, told: Reality) -> bool:
    """Whether a deed of force in an article of a theme is told without anybody or anything that uses force. A plot is retold in the
    present tense; what happened on a stage in the past did happen."""
    if theme is None:
        return False
    is_restriction = (told.event_type, found.trigger.mode) == ("COERCE", "restrict")
    if told.event_type not in (RETOLD if theme == "stage" else FIGURES) and not is_restriction:
        return False
    sides = [side for side in (found.source, found.target) if side is not None]
    kinds = {named.actor.kind for side in sides if (named := reading.actor(side)) is not None and named.actor is not None}
    if theme == "campaign" and (found.source is None or found.source.pos_ != "PROPN"):
        return False  # a candidate attacks in words, and terrorists attack candidates
    if kinds & FORCES or (theme != "sport" and "state" in kinds):
        return False
    if theme == "stage":
        return _is_in_present(found.clause)
    weapon = instrument_of(reading, found)[1]
    if any(classes_of(side) & IN_EARNEST for side in sides) or (weapon is not None and weapon.lower() not in NO_FORCE):
        return False
    if found.trigger.pos == "noun":
        return found.trigger.mode not in LITERAL
    # "Shot past the keeper" is a game, "was shot dead" is none.
    is_meant = found.trigger.words[0] in KILLING or (found.trigger.mode in LITERAL and found.source is None)
    return not (is_meant and found.target is not None and found.target.lower_ not in PLAYERS and reading.belongs(found.target, "person"))


def _is_in_present(clause: Token) -> bool:
    """Whether a clause, or that which governs it, is told in the present or the perfect."""
    for word in (clause, *clause.ancestors):
        finite = [t for t in (word, *word.children) if t == word or t.dep_ in ("aux", "aux:pass", "cop")]
        tenses = [t.tag_ for t in finite if t.tag_ in ("VBZ", "VBP", "VBD", "MD")]
        if tenses:
            return "VBD" not in tenses
        if word.tag_ == "VBN":
            return False  # "Novelist stabbed on stage"
    return False

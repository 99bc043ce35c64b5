"""What stands before an event noun: who did it, whom or what it struck, or only where it was done."""

from __future__ import annotations

from transforms.events.arguments import Slots
from transforms.events.reading import Reading
from transforms.events.subjects import case_of
from transforms.events.word_classes import classes_of, instrument_at
from transforms.tokens import Token

# What soldiers have, and are attacked in.
POSTS = frozenset({"convoy", "patrol", "camp", "base", "headquarters", "post", "outpost", "checkpoint", "vehicle", "barracks"})
# What a country does abroad.
ABROAD = frozenset({"strike", "airstrike", "raid", "shelling", "bombardment", "operation", "offensive", "drone"})
# Deeds known by whom or where they struck, unless those who bear arms did them: "student kidnappings", "the Kraft shooting".
SUFFERED = frozenset(
    {"kidnapping", "abduction", "killing", "murder", "slaying", "stabbing", "shooting", "assassination", "detention", "arrest"}
)
# What says of which kind a deed was, or on which side or occasion.
KINDS = frozenset({"side", "party", "fatal", "deadly", "double", "triple", "quadruple", "mass", "apparent", "random", "armed", "capital"})
DOERS = frozenset({"troops", "combatant", "irregular", "crowd"})
KINDS_OF_DOERS = frozenset({"state", "state_forces", "armed_group", "population"})

# Whom a state attacks far from its own country.
ARMED = frozenset({"armed_group"})


def add_modifiers(reading: Reading, slots: Slots, noun: Token) -> None:
    """Add to the slots of an event noun what stands before it. As in "Israeli strikes", "a Taliban attack": the doer is `mod`; "embassy
    bombing": the target is `on`."""
    inner = [t for word in noun.lefts if word.dep_ == "compound" for t in word.lefts]
    for word in reversed([*inner, *noun.lefts]):
        if (word.i > 0 and word.nbor(-1).text == "-" and word.lower_ not in ("led", "backed")) or word.dep_ not in (
            "compound",
            "amod",
            "nmod",
            "nmod:desc",
            "nmod:unmarked",
            "nsubj",  # "Iran attack on Israel kills 3"
        ):
            continue
        led = word if word.lemma_.lower() in ("lead", "back", "led", "backed") else None
        leader = next((t for t in (led.children if led is not None else ())), None)
        if leader is not None and led is not None and led.lower_ == "led":
            slots.setdefault("mod", leader)
        elif (reading.is_place(word) and reading.actor(word) is None) or word.lemma_.lower() in KINDS:
            continue  # "a fatal northeast side shooting", "Triple Murder-Suicide"
        elif "facility" in classes_of(word) and word.dep_ == "compound" and not _is_of_weapon(word):
            slots.setdefault("on", word)
        elif word.dep_ == "compound" and word.nbor(1).lemma_.lower() in POSTS and word.nbor(1) != noun:
            continue  # "the CRPF convoy attack": whose the target is
        elif word.dep_ == "compound" and word.pos_ == "PROPN" and word.i + 1 < noun.i and _is_doer_or_site(reading, word, word.nbor(1)):
            continue  # "Ecuador prison riot", "Haiti gang massacre": where, and not who
        elif word.lower_ == "sniper" and noun.lower_ == "fire":
            continue  # "Pakistani sniper fire" is Pakistan's
        elif _is_scene(reading, word, noun):
            continue  # "3 peacekeepers killed in Central African Republic ambush"
        elif SUFFERED & {noun.lemma_.lower(), noun.lower_} and _suffers(reading, word):
            if word.pos_ == "NOUN":
                slots.setdefault("of", word)
        elif "weapon" not in classes_of(word) and (reading.actor(word) is not None or _is_named(reading, word)):
            slots.setdefault("mod", word)


def _is_scene(reading: Reading, country: Token, noun: Token) -> bool:
    """Whether a country's name before an attack that people are harmed in says where, not who: what is done from afar may be its.

    What such an attack does ("Jordan attack kills three US troops") it does there, unless another place is named."""
    found, place = reading.actor(country), reading.place(country)
    kind = found.actor.kind if found is not None and found.actor is not None else None
    if case_of(noun) in ("in", "from") and country.text[:1].isupper() and kind not in KINDS_OF_DOERS:
        return True  # "five people died in the Westgate attack": a name that is no known doer's
    is_state = kind == "state" and not _is_short(country)
    is_name = place is not None and not place.is_demonym
    if not is_state or not is_name or noun.lemma_.lower() in ABROAD:
        return False
    if case_of(noun) in ("in", "from"):
        return True
    land = place.place.country_iso3 if place is not None and place.place is not None else None
    others = [other.place for t in noun.sent if case_of(t) in ("in", "near") and (other := reading.place(t)) is not None and t != country]
    if noun.dep_ == "nsubj" and any(other is not None and other.country_iso3 == land for other in others):
        return True  # "Colombia attacks kill 18 in Cali"
    if noun.dep_ not in ("nsubj", "ROOT") or "Plur" in noun.morph.get("Number", []) or noun.i != country.i + 1:
        return False
    if any(t.dep_ == "nmod" for t in noun.children) or any(reading.is_place(t) and case_of(t) is not None for t in noun.sent):
        return False
    harmed = reading.actor(next((t for t in noun.head.children if t.dep_ == "obj"), noun))
    return harmed is None or harmed.actor is None or harmed.actor.kind not in ARMED


def _suffers(reading: Reading, word: Token) -> bool:
    """Whether a word before a killing or taking says whom or where it struck: people without arms, names of neither states nor fighters."""
    if word.pos_ == "NOUN":
        is_person = "person" in classes_of(word) and not classes_of(word) & DOERS and reading.actor(word) is None
        return word.dep_ == "compound" and (is_person or (word.text[:1].isupper() and _is_unarmed(reading, word)))
    return word.pos_ == "PROPN" and (reading.actor(word) is None or _is_unarmed(reading, word))


def _is_unarmed(reading: Reading, word: Token) -> bool:
    """Whether a word names an actor that is neither a state nor one of those who fight."""
    found = reading.actor(word)
    return found is not None and (found.actor is None or found.actor.kind not in KINDS_OF_DOERS)


def _is_short(country: Token) -> bool:
    """Whether a country is named by its letters, as what it does is ("US attack")."""
    return country.text.replace(".", "").isupper() and len(country.text.replace(".", "")) <= len("UAE")


def _is_doer_or_site(reading: Reading, country: Token, following: Token) -> bool:
    """Whether a noun between a country's name and a deed says who did it or where."""
    mention = reading.actor(country)
    is_state = mention is not None and mention.actor is not None and mention.actor.kind == "state"
    classes = classes_of(following)
    is_between = following.dep_ == "compound" and not classes & {"aircraft", "weapon"}  # "a U.S. drone strike"
    return is_state and is_between and bool(classes & {"facility", "combatant", "crowd", "road"})


def _is_of_weapon(word: Token) -> bool:
    """Whether a word begins the name of a weapon ("car bomb attack", "a truck-bomb explosion")."""
    if word.i + 2 < len(word.doc) and word.nbor(1).text == "-" and classes_of(word.nbor(2)) & {"bomb", "explosive"}:
        return True
    named = instrument_at(word.nbor(1)) if word.i + 1 < len(word.doc) else None
    return named is not None and named[1] > 1


def _is_named(reading: Reading, word: Token) -> bool:
    if reading.is_time(word) or reading.is_place(word):
        return False
    named = word.text[:1].isupper() and word.i > word.sent.start and word.pos_ in ("PROPN", "ADJ")
    return named or (word.dep_ == "compound" and "party" in classes_of(word) and word.pos_ == "NOUN")

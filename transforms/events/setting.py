"""Where an event happened: from its own clause, then its sentence.

A nationality adjective is never a place. For a strike "on Pakistan's Balochistan province" the target is the place.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import islice
from operator import attrgetter

from transforms.events.day_of_saying import WORDS
from transforms.events.distance import CLAUSES, MOST_STEPS, WHERE, distance
from transforms.events.elsewhere import is_elsewhere
from transforms.events.fineness import FINE, UNRESOLVED, fineness_of
from transforms.events.frames import Candidate
from transforms.events.noun_phrase import core
from transforms.events.offsets import offset_of
from transforms.events.reading import Reading
from transforms.events.repairs import child
from transforms.events.subjects import case_of
from transforms.events.word_classes import classes_of
from transforms.parse import Sentence, end_of
from transforms.places.area_words import area_words
from transforms.records import PlaceMention
from transforms.tokens import Token

NEAR = 2
# More countries than so many in a list are no places of one deed each.
FEW = 2
# How far above a place its coordinated phrase may begin.
HOSTS = 3
# Modes of taking people away, from where they were.
TAKING = frozenset({"abduct", "seize", "arrest"})
# What a place is called in which a deed was done.
SCENES = frozenset({"scene", "site"})
# Whose object is where its subject then does something else.
ENTERED = frozenset({"enter", "storm", "raid", "reach"})
# "A junction south of Bethlehem".
DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside"})
# Ground that a town has.
GROUNDS = frozenset({"beach", "airport", "port", "market", "outskirts", "suburb", "neighbourhood", "neighborhood", "district", "centre"})
# What a country has in another.
ABROAD = frozenset({"embassy", "consulate", "ambassador", "consul"})


def place_at(reading: Reading, sentence: Sentence, clause: Token) -> PlaceMention | None:
    """Return the finest resolved place, below a country, among the phrases of place of a clause, or None."""
    near: list[tuple[int, int, int]] = []
    for number, mention in enumerate(reading.grounds):
        if not sentence.start <= mention.span_start < sentence.end or mention.is_demonym or mention.place is None:
            continue
        token = token_at(sentence, mention.span_start, mention.span_end)
        steps = distance(token, clause) if token is not None else None
        fineness = fineness_of(mention.place)
        if token is not None and steps is not None and fineness < FINE["country"] and is_where(token, None):
            near.append((fineness, steps, number))
    return reading.grounds[min(near)[2]] if near else None


def places_of(reading: Reading, sentence: Sentence, found: Candidate) -> list[PlaceMention]:
    """Return where an event happened: the finest place of its own phrases, else of its clause; several when countries are
    coordinated ("targets in Iraq and Syria"), for those are several events; [] when the text does not say."""
    near: list[tuple[int, int, int, int]] = []
    offset = offset_of(found.clause)
    named: list[tuple[PlaceMention, Token]] = []
    for mention in reading.grounds:
        if not sentence.start <= mention.span_start < sentence.end:
            continue
        token = token_at(sentence, mention.span_start, mention.span_end)
        is_of_noun = token is not None and token.dep_ == "compound" and token.head == found.token and found.trigger.pos == "noun"
        is_news = is_of_noun and not any(t.dep_ == "det" for t in found.token.children)  # "the Kerman bombings" were told before
        if token is not None and is_news and not mention.is_demonym and reading.actor(token) is None:
            return [mention]  # "3 dead in Kherson shelling"
        if token is None or (mention.is_demonym and not _is_of_territory(token)) or not is_where(token, found):
            continue
        is_taken = token == found.target and found.trigger.mode == "seize"  # "pulled out of the town a week after seizing it"
        if not is_taken and (is_elsewhere(reading, token, found, offset) or _is_of_border(mention, token)):
            continue
        steps = min((d for d in (distance(token, found.token), distance(token, found.clause)) if d is not None), default=None)
        if found.target_slot == "subj" and found.target in (token, token.head):
            steps = NEAR  # "The town of Kidal fell to the army"
        if steps is None and found.target is not None and found.target.dep_ == "nsubj:pass" and found.target in token.ancestors:
            steps = NEAR  # "Workers at a plant in Qamishli were injured by shelling"
        if steps is None or steps > (NEAR if found.event_type in WORDS else MOST_STEPS):
            continue
        if mention.place is not None and mention.place.country_iso3 is None and steps > NEAR:
            continue  # "amid worries about the Middle East since the war erupted"
        fineness = fineness_of(mention.place) if mention.place is not None else UNRESOLVED
        tier = 0 if _is_under(token, found) else 1 + steps // 4
        near.append((tier, fineness, steps, len(named)))
        named.append((_with_land(reading, mention, token), token))
    if not near:
        return _scene_of(reading, found.clause if found.clause.dep_ == "acl:relcl" else found.token)
    # A village that the gazetteer lacks gives way to the district or province named with it, not to the town of a deed told beside it.
    first = min(near)
    with_it = [
        item
        for item in near
        if item[1] < FINE["country"] and (item[0] == 0 or item[1] >= FINE["admin2"] or named[item[3]][1].dep_ == "nmod:poss")
    ]  # "at Mogadishu's Lido beach"
    resolved = with_it if first[1] == UNRESOLVED else []
    best, head = named[min([*resolved, first], key=lambda item: (item[1] == UNRESOLVED, item))[3]]
    if best.place is None or best.place.precision != "country":
        return [best]
    others = [mention for mention, token in named if _is_beside(token, head)]
    if len(others) > FEW:
        return [best]
    countries = [m for m in others if m.place is not None and m.place.precision == "country"]
    return [best, *(m for m in countries if m.place is not None and m.place.country_iso3 != best.place.country_iso3)]


def _is_of_border(mention: PlaceMention, token: Token) -> bool:
    """Whether a country is only that beyond a border ("an attack near the Burkina border")."""
    is_country = mention.place is not None and mention.place.precision == "country"
    return is_country and token.dep_ in ("compound", "amod", "nmod:poss") and token.head.lemma_.lower() in ("border", "frontier")


def _scene_of(reading: Reading, deed: Token) -> list[PlaceMention]:
    """Return the place that is said to have been the scene of a deed ("Tinzaouaten was the scene of a battle"), as a list of one, or []."""
    scene = deed.head if deed.dep_ in ("nmod", "acl:relcl") and deed.head.lemma_.lower() in SCENES else None
    where = child(scene, "nsubj") if scene is not None else None
    found = reading.place(where) if where is not None else None
    return [found] if found is not None else []


def _is_beside(token: Token, first: Token) -> bool:
    """Whether a place is coordinated with another one, or stands in a phrase that is ("at bases in Iraq, and at camps in Syria")."""
    if token.dep_ == "conj" and token.head == first:
        return True
    host = first.head
    above = islice(token.ancestors, HOSTS)
    return host.pos_ == "NOUN" and any(t.dep_ == "conj" and t.head == host and t.pos_ == "NOUN" for t in above)


def is_where(token: Token, found: Candidate | None) -> bool:
    """Whether a place name stands where an event is put: after a preposition of place, or as the place that is its target."""
    target = found.target if found is not None else None
    token = word = first_of(token)
    for _ in range(6):
        if found is not None and target is not None and word.i == target.i:
            within = word.i == token.i or _is_site(word) or core(word) == token
            return within and found.event_type not in WORDS
        if found is not None and found.source is not None and word.i == found.source.i:
            return False
        case = case_of(word)
        if word.head.lemma_.lower() in ABROAD and word.dep_ in ("nmod", "compound", "amod", "nmod:poss") and case != "in":
            return False  # "the embassies of China and Russia"
        is_part = _is_site(word.head) or word.head.lower_ in area_words() or word.head.lower_ in DIRECTIONS or core(word.head) == word
        if case == "of" and is_part:  # "the department of Arauca", "captured most of Aleppo"
            word = word.head
            continue
        if word.dep_ == "nmod:poss" and word.head.lower_ in area_words():  # "in Sagaing Region's Tabayin Township"
            word = word.head
            continue
        if word.dep_ == "nmod:poss" and _is_site(word.head) and (word.head == target or word.head.lemma_.lower() in GROUNDS):
            word = word.head  # "hit Kisangani's airport", "opened fire at Mogadishu's Lido beach"
            continue
        if case is None and word.lower_ in DIRECTIONS and word.dep_ in ("advmod", "nmod", "obl"):
            if word.head.pos_ == "VERB":
                return True  # "fell 20 km south of Bethlehem"
            word = word.head  # "at a junction south of Bethlehem"
            continue
        if case in ("of", "for") and found is not None and word.head == found.token and found.token.lemma_.lower() == "battle":
            return True  # "the battle of Aleppo"
        if case is not None:
            # "were seized from Tsafe", "drove the rebels out of Kidal"
            taken = case in ("from", "out") and found is not None and found.trigger.mode in TAKING
            return case in WHERE or taken
        if word.dep_ == "obj" and word.head.lemma_.lower() in ENTERED and word != target:
            return found is None or word.head != found.clause  # "entered the village of X and detained three residents"
        if word.head.i == word.i or word.dep_ in CLAUSES:
            return False
        part_of_name = word.dep_ in ("compound", "amod") and (word.head.pos_ == "PROPN" or word.head.lower_ in area_words())
        if word.dep_ in ("compound", "amod", "nmod:poss") and not _is_site(word.head) and not part_of_name:
            return False
        word = word.head
    return False


def _is_site(word: Token) -> bool:
    """Whether a noun is a piece of land or a building, not a vehicle or weapon."""
    classes = classes_of(word)
    return bool(classes & {"territory", "facility"}) and not classes & {"weapon", "aircraft", "troops"}


def _is_under(token: Token, found: Candidate) -> bool:
    """Whether a word hangs below the event's own word or its verb, not beside them in the sentence."""
    own = {found.token.i, found.clause.i}
    if found.clause.dep_ == "conj" and found.clause.i - found.clause.head.i == NEAR:
        own.add(found.clause.head.i)  # "was shot and killed in Compton"
    return any(above.i in own for above in token.ancestors if above.i == token.head.i or _steps_to(token, above) <= 4)


def _steps_to(token: Token, above: Token) -> int:
    steps = 0
    while token.i not in (above.i, token.head.i):
        token, steps = token.head, steps + 1
    return steps


def _is_of_territory(token: Token) -> bool:
    """Whether an adjective is of a piece of land ("within Iranian territory"): not the adjective, the land is the place. Of a camp it says
    who lives there ("a Palestinian refugee camp in Lebanon")."""
    return token.dep_ == "amod" and "territory" in classes_of(token.head) and token.head.lemma_ not in ("border", "camp")


def _with_land(reading: Reading, mention: PlaceMention, token: Token) -> PlaceMention:
    """Return the mention with the noun of land that the adjective belongs to, as the article writes it."""
    if not mention.is_demonym:
        return mention
    end = end_of(token.head)
    return replace(mention, span_end=end, evidence=reading.parsed.text(mention.span_start, end))


def first_of(token: Token) -> Token:
    """Return the first of coordinated nouns, which has the preposition for all of them."""
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token


def token_at(sentence: Sentence, start: int, end: int) -> Token | None:
    """Return the word of a span that hangs from outside it, or None where no word begins in the span."""
    span = sentence.span
    for place in range(bisect_left(span, start, key=attrgetter("start")), len(span)):
        token = span[place]
        if token.start >= end:
            break
        if not token.is_punct and (token.head is token or not start <= token.head.start < end):
            return token
    return None

"""Where and when an event happened that its own words do not place or date: what the text around says.

From the sentence and those before comes a place as fine as it is named there; from the whole article never more than a country. What
an article tells as its news, without a day, happened on the day that the article has told of last, else on that of its publication, known
to the week.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import takewhile

from transforms.dates.intervals import are_apart
from transforms.events.day_of_saying import WORDS
from transforms.events.elsewhere import is_of_attack
from transforms.events.frames import candidate_at
from transforms.events.home_ground import country_of_guardians, country_of_sides, police_abroad
from transforms.events.pointers import CAPITAL
from transforms.events.prospect import SPEECH
from transforms.events.reading import Reading
from transforms.events.setting import DIRECTIONS, FINE, UNRESOLVED, first_of, is_where, token_at
from transforms.events.subjects import SUBJECTS, case_of
from transforms.events.word_classes import classes_of
from transforms.parse import Sentence
from transforms.places.capital_words import capital_of
from transforms.places.countries import country_by_iso3
from transforms.places.gazetteer import country_place
from transforms.records import DateMention, Days, EventMention, Place, PlaceMention
from transforms.tokens import Token

# What happens somewhere; words are said anywhere.
DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
# What is imposed from afar: embargoes, sanctions, closed borders and airspaces.
AFAR = "restrict"
# What a government imposes on its own country.
AT_HOME = frozenset({"martial-law", "censor", "deport"})
# Sentences of other paragraphs that still tell of one scene.
REACH = 4
# What an adjective ("Colombian troops"), and the place that an article is sent from, weigh beside a place told of.
ADJECTIVE = 0.3
DATELINE = 2.0
# A country named so much less than another one may be a namesake that was taken for the place.
TOLD_OF = 0.3
# News is not older.
NEWS = timedelta(days=7)
DAY = timedelta(days=1)
STEPS = 5
CROWDS = frozenset({"crowd", "marcher"})  # where they are is where they march
WAYS = frozenset({"to", "from", "for"})


class Surroundings:
    """The places of an article, by sentence, the country that most of them lie in, and the day it told of last."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._by_sentence: dict[int, list[PlaceMention]] = {}
        self._days_told: dict[int, DateMention | None] = {}
        self._meant: tuple[int, Place] | None = None
        self._story: Days | None = None
        weights: dict[str, float] = defaultdict(float)
        named: Counter[str] = Counter()
        article = reading.parsed.article
        dateline: list[str] = []
        grounds = frozenset(reading.grounds)
        for mention in reading.places:
            iso3 = mention.place.country_iso3 if mention.place is not None else None
            sentence = reading.parsed.sentence_at(mention.span_start)
            if iso3 is None or sentence is None:
                continue
            token = token_at(sentence, mention.span_start, mention.span_end)
            is_owner = token is not None and _is_owner(token, mention)
            sent_from = article.dateline_place is not None and sentence.index < 2 and mention.evidence in article.dateline_place
            weights[iso3] += (
                ADJECTIVE
                if mention.is_demonym or is_owner or mention not in grounds
                else (DATELINE if iso3 not in dateline else 0.0)
                if sent_from
                else 1.0
            )
            dateline += [iso3] if sent_from else []
            named[iso3] += not sent_from
            is_off = token is not None and case_of(token) == "off"  # "40 miles off Kaohsiung"
            if (
                mention in grounds
                and not mention.is_demonym
                and not sent_from
                and not is_off
                and not (token is not None and _is_of_talks(reading, token))
            ):
                self._by_sentence.setdefault(sentence.index, []).append(mention)
        for iso3 in dateline:
            if not named[iso3] and max(named.values(), default=0) > 1:
                weights.pop(iso3, None)  # sent from a bureau abroad
        for iso3 in self._countries_of_groups():
            weights[iso3] += ADJECTIVE
        most = max(weights.values(), default=0.0)
        leading = [iso3 for iso3, weight in weights.items() if weight == most]
        alike = [iso3 for iso3 in leading if len(leading) == 1 or iso3 in dateline]
        self._country = alike[0] if alike else None
        self._told_of = {iso3 for iso3, weight in weights.items() if weight >= TOLD_OF * most}
        is_dated = article.published_at is not None and article.published_precision != "month"
        self._published = article.published_at.date() if article.published_at is not None and is_dated else None

    def around(self, told: Iterable[tuple[EventMention, bool, DateMention | None]]) -> list[EventMention]:
        """Return the mentions, in the order of the text, deeds with the place and days that the text around gives where they have none
        of their own; each comes with whether it is told as news, and on which day somebody is said to have told it."""
        return [self._set(mention, news, said_on) if not mention.is_general else mention for mention, news, said_on in told]

    def _set(self, mention: EventMention, news: bool, said_on: DateMention | None) -> EventMention:
        is_deed = mention.event_type in DEEDS and mention.event_mode != AFAR
        reach = 0 if mention.place_text is not None else REACH
        place = self._place_of(mention, reach) if mention.place is None and is_deed else None
        days = self._days(said_on, mention.event_type in WORDS) if mention.date is None and news else None
        if is_deed and mention.date is not None:
            self._days_told.setdefault(mention.sentence_index, mention.date)
        if mention.stance == "asserted" and is_deed:
            if news:
                self._remember(mention)
            if mention.place is not None and mention.sentence_index not in self._by_sentence:
                self._meant = mention.sentence_index, mention.place  # which town "the city" is
        return replace(mention, context_place=place, context_days=days) if place is not None or days is not None else mention

    def _days(self, said_on: DateMention | None, is_word: bool) -> Days | None:
        day = said_on.date_start if said_on is not None and said_on.date_precision == "day" else None
        if day is not None and self._published is not None and day < self._published and (self._story is None or day < self._story[0]):
            return day, day, "week"  # what was told on Monday had happened by then
        if self._published is None or (self._story is not None and not is_word):
            return self._story  # what is said of a deed is said when it is news
        return self._published, self._published, "week"

    def _remember(self, mention: EventMention) -> None:
        """Keep the day of a deed told as news: that of what is told after it without a day."""
        when = mention.date
        if when is None or when.date_start is None or when.date_precision != "day" or when.evidence.endswith((" after", " before")):
            return  # "a day after": the day is another deed's
        if self._story is not None and when.date_start < self._story[0] - DAY:
            return  # what came before the news
        if self._published is None or self._published - NEWS <= when.date_start <= self._published:
            self._story = when.date_start, when.date_start, "week"

    def _place_of(self, mention: EventMention, reach: int) -> Place | None:
        is_home = mention.event_mode in AT_HOME or mention.trigger.lower().startswith("scrambl")  # jets take off at home
        if is_home and mention.source_actors and (home := mention.source_actors[0].country_iso3):
            country = country_by_iso3(home)
            return country_place(country) if country is not None else None
        if mention.place_text is not None and mention.place_text.lower() == CAPITAL and (capital := capital_of(self._country)) is not None:
            return capital
        if (police := police_abroad(mention, self._country)) is not None:
            return country_place(police)
        sentences = self._reading.parsed.sentences
        for index in range(mention.sentence_index, max(-1, mention.sentence_index - 1 - reach), -1):
            if index < mention.sentence_index and (
                are_apart(mention.date, self._days_told.get(index)) or self._is_long_before(mention, index)
            ):
                continue
            is_own = index == mention.sentence_index
            if (found := self._told_in(sentences[index], _finest(mention, is_own))) is not None:
                return found
            is_told = mention.stance == "asserted" and index >= mention.sentence_index - 1
            if is_told and self._meant is not None and self._meant[0] == index and mention.place_text is None:
                return self._meant[1]
        country = country_by_iso3(country_of_sides(mention) or country_of_guardians(mention) or self._country)
        return country_place(country) if country is not None else None

    def _is_long_before(self, mention: EventMention, index: int) -> bool:
        """Whether a deed is of a time before the news, which the sentence before it tells ("Last month, a protester was killed")."""
        if mention.date is None or mention.date.date_end is None or index in self._days_told or self._published is None:
            return False
        is_day = mention.date.date_precision == "day"
        return self._published - mention.date.date_end > (
            NEWS if is_day else timedelta()
        )  # "Last week, shelling killed two people in a camp"

    def _countries_of_groups(self) -> list[str]:
        """Return the country of each mention of an armed group or party that has one country."""
        named = self._reading.actors.known()
        return [actor.country_iso3 for actor in named if actor.kind in ("armed_group", "party") and actor.country_iso3]

    def _told_in(self, sentence: Sentence, finest: int) -> Place | None:
        """Return the finest place that a sentence puts something in, or None; none finer than `finest`."""
        best: tuple[int, bool, Place] | None = None
        for mention in self._by_sentence.get(sentence.index, ()):
            token = token_at(sentence, mention.span_start, mention.span_end)
            if token is None or mention.place is None or not is_where(token, None) or _is_of_party(self._reading, token) or _is_way(token):
                continue
            if mention.place.country_iso3 not in self._told_of or is_of_attack(self._reading, token, ()):
                continue
            fineness = FINE.get(mention.place.precision, UNRESOLVED)
            is_beside = case_of(token) == "of" and token.head.lower_ in DIRECTIONS  # "stormed Cabaret, north of Port-au-Prince"
            if fineness >= finest and (best is None or (fineness, is_beside) < best[:2]):
                best = fineness, is_beside, mention.place
        return best[2] if best is not None else None


def _finest(mention: EventMention, is_own: bool) -> int:
    """Return how fine a place a sentence may lend to a mention: of what is put in a town that no gazetteer has only the area told with it,
    and of troops sent out no town that another sentence tells of."""
    if mention.place_text is not None:
        return FINE["admin2"]
    return FINE["country"] if mention.event_type == "MOBILIZE" and not is_own else FINE["point"]


def _is_of_party(reading: Reading, token: Token) -> bool:
    """Whether a place says where somebody is from or speaks ("student groups in Mexico", "said in Kabul"), or what a noun is about
    ("gangs operating in Colombia", "talks being held in Oslo"); "a strike on a camp in Lebanon" is a deed there."""
    word = first_of(token)
    for _ in range(STEPS):
        if word.dep_ in SUBJECTS and word != token:
            return not classes_of(word) & CROWDS and candidate_at(reading, word) is None
        if word.head is word or word.pos_ in ("VERB", "AUX"):
            break
        word = word.head
    return word.lemma_.lower() in SPEECH or (word.dep_ in ("acl", "acl:relcl") and word.tag_ != "VB")


def _is_way(token: Token) -> bool:
    """Whether a place is where somebody goes or is brought to or from ("was flown to a prison in Mexico City")."""
    above = [word for _, word in zip(range(STEPS), (token, *token.ancestors), strict=False)]
    phrases = takewhile(lambda word: word.pos_ not in ("VERB", "AUX"), above)
    return any(case_of(word) in WAYS for word in phrases)


def _is_of_talks(reading: Reading, token: Token) -> bool:
    """Whether a place is where people met or spoke, so that no deed told after it is put there ("met in Washington")."""
    for word in (token, *token.ancestors):
        told = candidate_at(reading, word)
        if told is not None or word.pos_ == "VERB":
            return told is not None and told.event_type == "CONSULT"
    return False


def _is_owner(token: Token, mention: PlaceMention) -> bool:
    """Whether a country stands for whose something is ("the U.S. embassy")."""
    is_modifier = token.dep_ in ("compound", "amod", "nmod:poss") and token.head.pos_ == "NOUN"
    return is_modifier and mention.place is not None and mention.place.precision == "country"

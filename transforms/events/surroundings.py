"""Where and when an event happened that its own words do not place or date: what the text around says.

From the sentence and those before comes a place as fine as it is named there; from the whole article a country, or the only town. What
an article tells as its news, without a day, happened on the day that the article has told of last, else on that of its publication, known
to the week.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from transforms.dates.intervals import are_apart
from transforms.events.asides import is_aside
from transforms.events.day_of_saying import WORDS
from transforms.events.days import date_at
from transforms.events.distance import main_verb
from transforms.events.elsewhere import is_of_attack
from transforms.events.fineness import fineness_of, finest_lent
from transforms.events.home_ground import country_of_guardians, country_of_jailers, country_of_sides, is_away, police_abroad
from transforms.events.one_town import town_of
from transforms.events.pointers import CAPITAL
from transforms.events.reading import Reading
from transforms.events.setting import DIRECTIONS, is_where, token_at
from transforms.events.subjects import case_of
from transforms.events.whereabouts import is_of_party, is_of_talks, is_owner, is_way
from transforms.parse import Sentence
from transforms.places.capital_words import capital_of
from transforms.places.countries import country_by_iso3
from transforms.places.gazetteer import country_place
from transforms.records import DateMention, Days, EventMention, Place, PlaceMention

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
# How a sentence begins that tells of something else than the one before.
TURNS = ("elsewhere", "separately", "meanwhile", "in a separate", "in separate", "in another", "in an unrelated")


class Surroundings:
    """The places of an article, by sentence, the country that most of them lie in, and the day it told of last."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._by_sentence: dict[int, list[PlaceMention]] = {}
        self._days_told: dict[int, DateMention | None] = {}
        self._meant: tuple[int, Place] | None = None
        self._story: Days | None = None
        self._town = town_of(reading)
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
            is_whose = token is not None and is_owner(token, mention)
            sent_from = article.dateline_place is not None and sentence.index < 2 and mention.evidence in article.dateline_place
            weights[iso3] += (
                ADJECTIVE
                if mention.is_demonym or is_whose or mention not in grounds
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
                and not (token is not None and is_of_talks(reading, token))
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
        reach = 0 if mention.place_text is not None and mention.place_text in mention.evidence else REACH  # "there" is told before
        past = self._past_before(mention.sentence_index) if is_deed and mention.date is None and news else None
        reach = min(reach, 1) if past is not None else reach
        place = self._place_of(mention, reach) if mention.place is None and is_deed else None
        days = past or (self._days(said_on, mention) if mention.date is None and news else None)
        if place is not None and place.precision == "country" and news and self._is_of_town(mention, place):
            place = self._town
        if is_deed and mention.date is not None:
            self._days_told.setdefault(mention.sentence_index, mention.date)
        if mention.stance == "asserted" and is_deed:
            if news:
                self._remember(mention)
            if mention.place is not None:
                self._meant = mention.sentence_index, mention.place  # which town "the city" is
        return replace(mention, context_place=place, context_days=days) if place is not None or days is not None else mention

    def _is_of_town(self, mention: EventMention, country: Place) -> bool:
        """Whether news that is told of a country, without a place or time of its own, is that of the only town that the article names."""
        is_there = self._town is not None and self._town.country_iso3 == country.country_iso3 and mention.event_type != "MOBILIZE"
        if not is_there or mention.stance != "asserted" or mention.place_text is not None:
            return False
        return not self._is_off_story(mention, -1) and not any(map(self._turns, self._here(mention.sentence_index)))

    def _days(self, said_on: DateMention | None, mention: EventMention) -> Days | None:
        day = said_on.date_start if said_on is not None and said_on.date_precision == "day" else None
        if day is not None and self._published is not None and day < self._published and (self._story is None or day < self._story[0]):
            return day, day, "week"  # what was told on Monday had happened by then
        turning = next((index for index in self._here(mention.sentence_index) if self._turns(index)), None)
        told = self._days_told.get(turning) if turning is not None else None
        if told is not None and told.date_start is not None and told.date_precision == "day":
            return told.date_start, told.date_start, "week"
        if self._published is None or (self._story is not None and turning is None and mention.event_type not in WORDS):
            return self._story  # what is said of a deed is said when it is news, and so is what is told "separately" told
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
                are_apart(mention.date, self._days_told.get(index)) or self._is_off_story(mention, index)
            ):
                continue
            is_own = index == mention.sentence_index
            if is_aside(sentences, self._by_sentence, index, mention.sentence_index):
                continue
            if (found := self._told_in(sentences[index], finest_lent(mention, is_own))) is not None:
                if not is_own and is_away(mention, found):
                    continue  # no police arrest anybody in the foreign town of the paragraph before
                return found
            is_told = mention.stance == "asserted" and index >= mention.sentence_index - 1
            if self._turns(index):
                break
            meant = self._meant[1] if self._meant is not None and self._meant[0] == index else None
            if is_told and mention.place_text is None and meant is not None and fineness_of(meant) >= finest_lent(mention, is_own):
                return meant
        of_sides = country_of_sides(mention)
        home = of_sides if of_sides in self._told_of or self._country is None else None  # a group of another country acts in this one
        country = country_by_iso3(home or country_of_guardians(mention) or country_of_jailers(mention) or self._country)
        return country_place(country) if country is not None else None

    def _is_off_story(self, mention: EventMention, index: int) -> bool:
        """Whether a deed is of a time before the news, or of another day than the article has told of last, which the sentence before it
        goes on with ("Last month, a protester was killed")."""
        if mention.date is None or mention.date.date_end is None or index in self._days_told or self._published is None:
            return False
        is_day = mention.date.date_precision == "day"
        if self._story is not None and (mention.date.date_end < self._story[0] or (is_day and mention.date.date_end > self._story[0])):
            return True
        return self._published - mention.date.date_end > (
            NEWS if is_day else timedelta()
        )  # "Last week, shelling killed two people in a camp"

    def _here(self, index: int) -> list[int]:
        """Return a sentence and the one before it in its paragraph, by number."""
        sentences = self._reading.parsed.sentences
        return [at for at in (index, index - 1) if at >= 0 and sentences[at].paragraph == sentences[index].paragraph]

    def _past_before(self, index: int) -> Days | None:
        """Return the days of the sentence before in the paragraph where that tells of what is long past ("In June, a bomb hit the city. The
        army answered with air strikes"), or None."""
        told = self._told_on(index - 1) if index - 1 in self._here(index) else None
        if told is None or told.date_start is None or told.date_end is None or told.date_precision is None or self._published is None:
            return None
        precision = "week" if told.date_precision == "day" else told.date_precision
        return (told.date_start, told.date_end, precision) if self._published - told.date_end > NEWS else None

    def _told_on(self, index: int) -> DateMention | None:
        """Return the day that a sentence tells of: that of a deed, else of its main clause."""
        if index not in self._days_told:
            sentence = self._reading.parsed.sentences[index]
            return date_at(self._reading, sentence, main_verb(sentence))
        return self._days_told[index]

    def _turns(self, index: int) -> bool:
        """Whether a sentence turns to something else ("Separately, ..."), which lies where and when it says itself."""
        return self._reading.parsed.sentences[index].span.text.lower().lstrip("\"' ").startswith(TURNS)

    def _countries_of_groups(self) -> list[str]:
        """Return the country of each mention of an armed group or party that has one country."""
        named = self._reading.actors.known()
        return [actor.country_iso3 for actor in named if actor.kind in ("armed_group", "party") and actor.country_iso3]

    def _told_in(self, sentence: Sentence, finest: int) -> Place | None:
        """Return the finest place that a sentence puts something in, or None; none finer than `finest`."""
        best: tuple[int, bool, Place] | None = None
        for mention in self._by_sentence.get(sentence.index, ()):
            token = token_at(sentence, mention.span_start, mention.span_end)
            if token is None or mention.place is None or not is_where(token, None) or is_of_party(self._reading, token) or is_way(token):
                continue
            if mention.place.country_iso3 not in self._told_of or is_of_attack(self._reading, token, ()):
                continue
            fineness = fineness_of(mention.place)
            is_beside = case_of(token) == "of" and token.head.lower_ in DIRECTIONS  # "stormed Cabaret, north of Port-au-Prince"
            if fineness >= finest and (best is None or (fineness, is_beside) < best[:2]):
                best = fineness, is_beside, mention.place
        return best[2] if best is not None else None

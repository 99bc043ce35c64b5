"""Where an event happened that its own words do not place: what the sentences around say, else the country that the article is about.

From the sentence and paragraph comes a place as fine as it is named there; from the whole article never more than a country.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from transforms.events.reading import Reading
from transforms.events.setting import FINE, is_where, token_at
from transforms.parse import Sentence
from transforms.places.countries import country_by_iso3
from transforms.places.gazetteer import country_place
from transforms.records import EventMention, Place, PlaceMention

# What happens somewhere; words are said anywhere.
DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
# Sentences of other paragraphs that still tell of one scene.
REACH = 4
# What an adjective ("Colombian troops"), and the place that an article is sent from, weigh beside a place told of.
ADJECTIVE = 0.5
DATELINE = 1.0


class Surroundings:
    """The places of an article, by sentence, and the country that most of them lie in."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._by_sentence: dict[int, list[PlaceMention]] = {}
        weights: dict[str, float] = defaultdict(float)
        dateline = reading.parsed.article.dateline_place
        for mention in reading.places:
            iso3 = mention.place.country_iso3 if mention.place is not None else None
            sentence = reading.parsed.sentence_at(mention.span_start)
            if iso3 is None or sentence is None:
                continue
            is_dateline = dateline is not None and sentence.index < 2 and mention.evidence in dateline and not mention.is_demonym
            weights[iso3] += DATELINE if is_dateline else ADJECTIVE if mention.is_demonym else 1.0
            if not mention.is_demonym and not is_dateline:
                self._by_sentence.setdefault(sentence.index, []).append(mention)
        best = max(weights.values(), default=0.0)
        leading = [iso3 for iso3 in weights if weights[iso3] == best]
        self._country = leading[0] if leading else None

    def place_of(self, mention: EventMention) -> Place | None:
        """Return where an event without a place of its own happened, or None."""
        sentences = self._reading.parsed.sentences
        own = sentences[mention.sentence_index]
        for index in range(own.index, max(-1, own.index - 1 - REACH), -1):
            if (found := self._told_in(sentences[index])) is not None:
                return found
        country = country_by_iso3(_country_of_sides(mention) or self._country)
        return country_place(country) if country is not None else None

    def _told_in(self, sentence: Sentence) -> Place | None:
        """Return the finest place that a sentence puts something in, or None."""
        best: Place | None = None
        for mention in self._by_sentence.get(sentence.index, ()):
            token = token_at(sentence, mention.span_start, mention.span_end)
            if token is None or mention.place is None or not is_where(token, None):
                continue
            if best is None or FINE.get(mention.place.precision, 5) < FINE.get(best.precision, 5):
                best = mention.place
        return best


def _country_of_sides(mention: EventMention) -> str | None:
    """Return the country that armed groups on either side belong to, or None."""
    named = {actor.country_iso3 for actor in (*mention.source_actors, *mention.target_actors) if actor.kind == "armed_group"}
    return named.pop() if len(named) == 1 else None


def placed(reading: Reading, mentions: Sequence[EventMention]) -> list[EventMention]:
    """Return the mentions, deeds without a known place of their own with the one that the text around gives."""
    if all(mention.place is not None or mention.event_type not in DEEDS for mention in mentions):
        return list(mentions)
    around = Surroundings(reading)
    return [
        replace(mention, context_place=around.place_of(mention))
        if mention.place is None and mention.event_type in DEEDS and not mention.is_general
        else mention
        for mention in mentions
    ]

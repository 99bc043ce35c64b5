"""Which of several bearers a name means in this article."""

from __future__ import annotations

from transforms.actors.reading import Reading


def choose_bearers(reading: Reading) -> None:
    """Leave one actor to an ambiguous name when only one is named otherwise, or is of a country that the article names."""
    named = {s.actor_id for s in reading.sightings() if s.actor_id}
    countries = {reading.register.get(actor_id).country_iso3 for actor_id in named} - {None}
    countries |= {mention.place.country_iso3 for mention in reading.places if mention.place is not None} - {None}
    for sighting in reading.sightings():
        if len(sighting.actor_ids) > 1:
            by_name = tuple(i for i in sighting.actor_ids if i in named)
            by_country = tuple(i for i in sighting.actor_ids if reading.register.get(i).country_iso3 in countries)
            sighting.actor_ids = by_name if len(by_name) == 1 else by_country if len(by_country) == 1 else ()

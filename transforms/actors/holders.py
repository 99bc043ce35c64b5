"""Curated persons behind the names of an article: by a spelling of the full name, or by an office and a part of the name."""

from __future__ import annotations

from functools import cache, lru_cache

from transforms.actors.curated import actors
from transforms.actors.folding import squash
from transforms.actors.variants import name_parts, same_name
from transforms.records import Actor


@lru_cache(maxsize=20_000)
def curated_by_name(name: str, countries: frozenset[str]) -> str | None:
    """Return the one curated person of some countries whose name is a spelling of this one; never one of another country."""
    near = _people_of(countries)
    found = [a.actor_id for a in near if any(same_name(name, known) for known in (a.name, *a.aliases))]
    return found[0] if len(found) == 1 else None


def curated_by_office(name: str, title: str, countries: frozenset[str]) -> tuple[str, ...]:
    """Return the curated holders of an office of some countries who bear this part of a name ("Prime Minister Anwaar-ul-haq")."""
    key = squash(name)
    near = _people_of(countries)
    return tuple(a.actor_id for a in near if title in (a.role or "") and any(key in name_parts(known) for known in (a.name, *a.aliases)))


@lru_cache(maxsize=1_000)
def _people_of(countries: frozenset[str]) -> tuple[Actor, ...]:
    return tuple(actor for actor in _people() if actor.country_iso3 in countries)


@cache
def _people() -> tuple[Actor, ...]:
    return tuple(actor for actor in actors().values() if actor.kind == "person")

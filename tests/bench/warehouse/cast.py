"""Who and where generated news is about: real towns and groups, made-up people."""

from __future__ import annotations

from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from transforms.actors.curated import curated_rows
from transforms.places.countries import country_by_iso2
from transforms.seed_tables import SEEDS

Row = dict[str, Any]
TOWNS = 40  # of each country
SYLLABLES = (
    "ba",
    "da",
    "fa",
    "ga",
    "ha",
    "ka",
    "la",
    "ma",
    "na",
    "ra",
    "sa",
    "ta",
    "va",
    "za",
    "be",
    "do",
    "fi",
    "ku",
    "li",
    "mo",
    "ne",
    "ru",
)


def name_of(number: int, syllables: int) -> str:
    """Return a made-up name, the same for the same number."""
    parts = [SYLLABLES[(number // len(SYLLABLES) ** place + 7 * place) % len(SYLLABLES)] for place in range(syllables)]
    return "".join(parts).title()


def towns_of_countries() -> dict[str, list[Row]]:
    """Return the largest towns of each country, by its ISO code."""
    table = pq.read_table(SEEDS / "places" / "places.parquet")
    order = [("population", "descending"), ("geonames_id", "ascending")]
    table = table.filter(pc.equal(table["feature"].cast("string"), "PPL")).sort_by(order).slice(0, 60_000)
    found: dict[str, list[Row]] = {}
    for row in table.select(["geonames_id", "name", "country_iso2", "admin1_code", "latitude", "longitude"]).to_pylist():
        country = country_by_iso2(row["country_iso2"])
        if country is not None and country.iso3 and len(found.setdefault(country.iso3, [])) < TOWNS:
            place = {name: row[name] for name in ("geonames_id", "name", "latitude", "longitude")}
            place |= {"place_id": f"geonames_{row['geonames_id']}", "admin1_name": row["admin1_code"], "country_iso3": country.iso3}
            found[country.iso3].append(place | {"feature": "PPL", "precision": "city"})
    return found


def armed_and_political_groups() -> list[Row]:
    """Return curated actors that are no states."""
    return [row for row in curated_rows() if row["kind"] in ("armed_group", "state_forces", "party", "igo")]

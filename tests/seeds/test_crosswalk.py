"""The crosswalk between datasets: ids look as their scheme writes them, name one actor each, and those checked by hand stay."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from transforms.actors.curated import actors, states
from transforms.seed_tables import read_seed

ACTORS, COUNTRIES = read_seed("actors"), read_seed("countries")
FORMS = {
    "ucdp_actor_id": r"[1-9]\d{0,4}",
    "wikidata_qid": r"Q[1-9]\d*",
    "cameo_code": r"[A-Z]{3}([A-Z]{3}){0,3}",
    "iso2": r"[A-Z]{2}",
    "iso3": r"[A-Z]{3}",
    "iso_numeric": r"[1-9]\d{0,2}",
    "gwno": r"[1-9]\d{0,2}",
    "cow": r"[1-9]\d{0,2}",
    "fips": r"[A-Z]{2}",
    "cameo": r"[A-Z]{3}",
    "checked_on": r"20\d\d-[01]\d-[0-3]\d",
}
UNIQUE_AMONG_ALL = ("ucdp_actor_id", "wikidata_qid", "acled_name")
UCDP = "UCDP Actor Dataset 22.1, NameData and GWNOLoc"
# GW numbers and UCDP ids were checked with UCDP's list, COW numbers and Wikidata items with Our World in Data's table of
# countries, CAMEO codes with the Phoenix dictionary of countries, numeric codes with ISO 3166-1.
STATES = [
    # iso3, numeric, GW, COW, CAMEO, UCDP id of the government, Wikidata
    ("IRN", 364, 630, 630, "IRN", 114, "Q794"),
    ("PAK", 586, 770, 770, "PAK", 142, "Q843"),
    ("AFG", 4, 700, 700, "AFG", 130, "Q889"),
    ("IRQ", 368, 645, 645, "IRQ", 116, "Q796"),
    ("SYR", 760, 652, 652, "SYR", 118, "Q858"),
    ("YEM", 887, 678, 679, "YEM", 123, "Q805"),
    ("LBN", 422, 660, 660, "LBN", 119, "Q822"),
    ("ISR", 376, 666, 666, "ISR", 121, "Q801"),
    ("SAU", 682, 670, 670, "SAU", 122, "Q851"),
    ("TUR", 792, 640, 640, "TUR", 115, "Q43"),
    ("EGY", 818, 651, 651, "EGY", 117, "Q79"),
    ("LBY", 434, 620, 620, "LBY", 111, "Q1016"),
    ("SDN", 729, 625, 625, "SDN", 112, "Q1049"),
    ("SSD", 728, 626, 626, "SSD", 113, "Q958"),
    ("ETH", 231, 530, 530, "ETH", 97, "Q115"),
    ("SOM", 706, 520, 520, "SOM", 95, "Q1045"),
    ("KEN", 404, 501, 501, "KEN", 91, "Q114"),
    ("UGA", 800, 500, 500, "UGA", 90, "Q1036"),
    ("COD", 180, 490, 490, "COD", 89, "Q974"),
    ("RWA", 646, 517, 517, "RWA", 94, "Q1037"),
    ("MLI", 466, 432, 432, "MLI", 72, "Q912"),
    ("NER", 562, 436, 436, "NER", 75, "Q1032"),
    ("NGA", 566, 475, 475, "NGA", 84, "Q1033"),
    ("BFA", 854, 439, 439, "BFA", 78, "Q965"),
    ("UKR", 804, 369, 369, "UKR", 61, "Q212"),
    ("RUS", 643, 365, 365, "RUS", 57, "Q159"),
    ("USA", 840, 2, 2, "USA", 3, "Q30"),
    ("GBR", 826, 200, 200, "GBR", 28, "Q145"),
    ("FRA", 250, 220, 220, "FRA", 33, "Q142"),
    ("IND", 356, 750, 750, "IND", 141, "Q668"),
    ("MMR", 104, 775, 775, "MMR", 144, "Q836"),
    ("PHL", 608, 840, 840, "PHL", 154, "Q928"),
    ("COL", 170, 100, 100, "COL", 17, "Q739"),
    ("MEX", 484, 70, 70, "MEX", 10, "Q96"),
    ("CHN", 156, 710, 710, "CHN", 135, "Q148"),
]
TRIAD, SUPRA = "TRIAD country files", "SupraVerden"
GROUPS = [
    # actor, UCDP id, CAMEO, Wikidata, where it was checked
    ("hamas", 209, "PSEREB", "Q38799", UCDP),
    ("hezbollah", 366, "LBNREB", None, UCDP),
    ("islamic_state", 234, None, "Q2429253", UCDP),
    ("taliban", 303, "AFGREB", None, UCDP),
    ("al_qaida", 769, None, None, UCDP),
    ("al_shabaab", 717, "SOMREB", None, UCDP),
    ("boko_haram", 1051, "NGAREB", "Q212372", UCDP),
    ("jnim", 6716, "MLIREB", None, UCDP),
    ("pkk", 323, "TURREB", None, UCDP),
    ("farc", 743, "COLREB", None, UCDP),
    ("eln", 744, "COLREB", None, UCDP),
    ("jaish_al_adl", 4364, "IRNREB", None, UCDP),
    ("balochistan_liberation_front", 1166, "PAKREB", None, UCDP),
    ("balochistan_liberation_army", 287, "PAKREB", None, UCDP),
    ("ttp", 356, "PAKREB", None, UCDP),
    ("houthis", 1091, "YEMREB", None, UCDP),
    ("tplf", 410, "ETHREB", "Q1699287", TRIAD),
    ("m23", 1160, "CODREB", None, UCDP),
    ("allied_democratic_forces", 489, "CODREB", "Q1133743", TRIAD),
    ("fdlr", 528, "CODREB", None, UCDP),
    ("lords_resistance_army", 488, "UGAREB", "Q108462", TRIAD),
    ("ltte", 320, "LKAREB", None, UCDP),
    ("abu_sayyaf", 277, "PHLREB", None, UCDP),
    ("kachin_independence_army", 201, "MMRREB", None, UCDP),
    ("syrian_democratic_forces", 6288, "SYRREB", None, UCDP),
    ("ansar_dine", 1157, "MLIREB", "Q568900", TRIAD),
    ("unita", 567, "AGOREB", "Q28699", TRIAD),
    ("renamo", 498, "MOZREB", "Q1425821", TRIAD),
    ("mujao", 1161, "MLIREB", "Q550108", TRIAD),
    ("jem", 468, "SDNREB", "Q852370", TRIAD),
    ("onlf", 497, "ETHREB", "Q1477631", TRIAD),
    ("seleka", 554, "CAFREB", "Q7666027", TRIAD),
    ("anti_balaka", 4201, "CAFREB", "Q15311839", TRIAD),
    ("fatah", 207, "PSEPTY", None, UCDP),
    ("united_nations", None, "IGOUNO", "Q1065", SUPRA),
    ("nato", None, "IGOWSTNAT", "Q7184", SUPRA),
    ("iaea", None, "IGOUNOIAE", "Q41984", SUPRA),
    ("african_union", None, "IGOAFU", "Q7159", SUPRA),
    ("icc", None, "IGOJUDICC", "Q47488", SUPRA),
    ("fulani", 607, None, "Q202575", TRIAD),
    ("dinka", 598, None, "Q212106", TRIAD),
    ("oromo", 664, None, "Q318674", TRIAD),
    ("hutu", 915, None, "Q192647", TRIAD),
]


@pytest.mark.parametrize(("rows", "seed"), [(ACTORS, "actors"), (COUNTRIES, "countries")])
def test_codes_are_written_as_their_schemes_write_them(rows: list[dict[str, str]], seed: str) -> None:
    wrong = [
        (row["name"], column, row[column])
        for row in rows
        for column, form in FORMS.items()
        if row.get(column) and not re.fullmatch(form, row[column])
    ]
    assert wrong == [], seed


@pytest.mark.parametrize("column", UNIQUE_AMONG_ALL)
def test_an_id_names_one_actor(column: str) -> None:
    times = Counter(getattr(actor, column) for actor in actors().values() if getattr(actor, column) is not None)
    assert [value for value, count in times.items() if count > 1] == []


def test_every_row_says_whence_and_when() -> None:
    assert [row["name"] for row in (*ACTORS, *COUNTRIES) if not row["source"] or not row["checked_on"]] == []
    assert [row["name"] for row in (*ACTORS, *COUNTRIES) if row["wikidata_qid"] and not re.search("ikidata item", row["source"])] == []
    assert [row["name"] for row in ACTORS if row["ucdp_actor_id"] and "UCDP" not in row["source"]] == []


def test_how_much_of_it_there_is() -> None:
    filled = {column: sum(bool(row[column]) for row in ACTORS) for column in ("ucdp_actor_id", "cameo_code", "wikidata_qid")}
    assert filled["ucdp_actor_id"] >= 330
    assert filled["cameo_code"] >= 1000
    assert filled["wikidata_qid"] >= 110
    assert sum(bool(row["wikidata_qid"]) for row in COUNTRIES) >= 255


@pytest.mark.parametrize(("iso3", "iso_numeric", "gwno", "cow", "cameo", "ucdp", "qid"), STATES)
def test_states_checked_by_hand(iso3: str, iso_numeric: int, gwno: int, cow: int, cameo: str, ucdp: int, qid: str) -> None:
    (actor,) = (state.actor for state in states().values() if state.actor.country_iso3 == iso3 and state.actor.iso_numeric)
    found = (actor.iso_numeric, actor.gwno, actor.cow, actor.cameo_code, actor.ucdp_actor_id, actor.wikidata_qid)
    assert found == (iso_numeric, gwno, cow, cameo, ucdp, qid)


@pytest.mark.parametrize(("actor_id", "ucdp", "cameo", "qid", "where"), GROUPS)
def test_groups_checked_by_hand(actor_id: str, ucdp: int | None, cameo: str | None, qid: str | None, where: str) -> None:
    actor = actors()[actor_id]
    assert (actor.ucdp_actor_id, actor.cameo_code) == (ucdp, cameo), where
    assert qid is None or actor.wikidata_qid == qid, where

"""One air strike told over five days by eight articles, from their texts to the three policies' figures on each day.

`worked_toll.jsonl` holds the articles: an official says seven, a paper hands that on; the official says nine, and the wire's story is
printed twice more; local sources say ten; the attacker speaks of a number of terrorists; the wire details three women and four children
and ends on an older bombing with its own toll. The figures below were worked out by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest
from spacy.language import Language

from transforms.annotate import annotate
from transforms.normalize.article import normalize
from transforms.parse import parse_articles
from transforms.records import Article, RawRecord
from transforms.resolve import article_rows, resolve
from warehouse.store import open_store

ARTICLES = Path(__file__).with_name("worked_toll.jsonl")

# article, number as written -> relation, and the article and number it relates to
RELATIONS = {
    ("wire-seven", "seven", "Governor Idris Bello"): (None, None, None),
    ("wire-seven", "seven", None): ("repeats", "wire-seven", "seven"),
    ("courier-seven", "Seven", "Governor Idris Bello"): ("repeats", "wire-seven", "seven"),
    ("wire-nine", "Nine", "Governor Idris Bello"): ("revises", "wire-seven", "seven"),
    ("wire-nine", "two", "Governor Idris Bello"): ("subset_of", "wire-nine", "Nine"),
    ("gazette-copy", "Nine", "Governor Idris Bello"): ("repeats", "wire-nine", "Nine"),
    ("gazette-copy", "two", "Governor Idris Bello"): ("subset_of", "gazette-copy", "Nine"),
    ("mail-copy", "Nine", "Governor Idris Bello"): ("repeats", "wire-nine", "Nine"),
    ("mail-copy", "Nine", None): ("repeats", "mail-copy", "Nine"),
    ("mail-copy", "two", "Governor Idris Bello"): ("subset_of", "mail-copy", "Nine"),
    ("herald-ten", "Ten", "local sources"): ("disputes", "wire-nine", "Nine"),
    ("review-terrorists", "a number", "The Nigerian air force"): (None, None, None),
    ("wire-details", "Nine", "Governor Idris Bello"): ("repeats", "wire-nine", "Nine"),
    ("wire-details", "three", "Governor Idris Bello"): ("subset_of", "wire-details", "Nine"),
    ("wire-details", "four", "Governor Idris Bello"): ("subset_of", "wire-details", "Nine"),
    ("wire-details", "31", None): (None, None, None),
}

# day of May, policy -> low, best, high, grade
FIGURES = {
    (2, "ucdp"): (7, 7, 7, None),
    (2, "acled"): (7, 7, 7, None),
    (2, "airwars"): (7, None, 7, "fair"),
    (3, "ucdp"): (9, 9, 9, None),
    (3, "acled"): (9, 9, 9, None),
    (3, "airwars"): (9, None, 9, "weak"),
    (4, "ucdp"): (9, 10, 10, None),
    (4, "acled"): (9, 9, 9, None),
    (4, "airwars"): (9, None, 10, "contested"),
    (5, "ucdp"): (9, 10, 10, None),
    (5, "acled"): (9, 9, 9, None),
    (5, "airwars"): (9, None, 10, "contested"),
    (6, "ucdp"): (9, 9, 10, None),
    (6, "acled"): (9, 9, 9, None),
    (6, "airwars"): (9, None, 10, "contested"),
}

# day of May -> claims that the day's toll uses
USED = {
    2: {"wire-seven", "courier-seven"},
    3: {"wire-nine"},
    4: {"wire-nine", "herald-ten"},
    5: {"wire-nine", "herald-ten", "review-terrorists"},
    6: {"wire-nine", "herald-ten", "review-terrorists", "wire-details"},
}
LEFT_OUT = {
    ("wire-seven", "revised by its claimant"): 1,
    ("wire-seven", "told before in the same article"): 1,
    ("courier-seven", "revised by its claimant"): 1,
    ("wire-nine", "part of another claim"): 1,
    ("gazette-copy", "syndicated copy"): 2,
    ("mail-copy", "syndicated copy"): 3,
    ("wire-details", "part of another claim"): 2,
}


@pytest.fixture(scope="module")
def warehouse(parser: Language, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """Read the articles as a run does, and open what it would have written."""
    articles = []
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        fields = json.loads(line)
        text = fields.pop("text")
        record = RawRecord(fields["id"], "text", text, sha256(text.encode()).hexdigest(), fields=fields)
        article = normalize(record, date(2031, 6, 1))
        assert isinstance(article, Article)
        articles.append(article)
    folder = tmp_path_factory.mktemp("worked")
    tables = resolve([article_rows(annotate(parsed)) for parsed in parse_articles(parser, articles)])
    with open_store(folder) as store:
        store.load(tables, {"run_id": "run", "recorded_at": datetime(2031, 6, 1, tzinfo=UTC), "casus_version": "0"})
    with duckdb.connect(folder / "casus.duckdb", read_only=True) as connection:
        yield connection


STRIKE = "(select event_id from events where place_name = 'Bama' and event_type = 'ASSAULT')"


def test_every_claim_with_its_relation(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute(
        """select told.external_id, claims.count_text, claims.claimant_text, claims.relation, first.external_id, related.count_text
        from casualties as claims inner join articles as told using (article_id)
        left join casualties as related on related.claim_id = claims.related_claim_id
        left join articles as first on first.article_id = related.article_id where claims.outcome = 'killed'"""
    ).fetchall()
    assert {row[:3]: row[3:] for row in found} == RELATIONS
    assert len(found) == len(RELATIONS)


def test_each_policy_on_each_day(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute(
        f"select day(as_of), policy, low, best, high, grade from event_tolls_by_day where outcome = 'killed' and event_id in {STRIKE}"
    ).fetchall()
    assert {row[:2]: row[2:] for row in found} == FIGURES
    assert len(found) == len(FIGURES)


def test_the_claims_that_each_day_uses(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute(
        f"""select day(as_of), articles.external_id
        from (select as_of, unnest(claims_used) as claim_id from event_tolls_by_day
            where policy = 'ucdp' and outcome = 'killed' and event_id in {STRIKE})
        inner join casualties using (claim_id) inner join articles using (article_id)"""
    ).fetchall()
    assert {day: {article for other, article in found if other == day} for day, _ in found} == USED
    assert len(found) == sum(map(len, USED.values()))


def test_why_the_last_day_leaves_claims_out(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute(
        f"""select articles.external_id, left_out.reason, count(*)
        from (select unnest(claims_left_out) as left_out from event_tolls
            where policy = 'ucdp' and outcome = 'killed' and event_id in {STRIKE})
        inner join casualties on casualties.claim_id = left_out.claim_id inner join articles using (article_id) group by all"""
    ).fetchall()
    assert {row[:2]: row[2] for row in found} == LEFT_OUT


def test_the_older_bombing_keeps_its_own_toll(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute(
        "select place_name, year(date_start), killed_low, killed_best, killed_high from events where killed_best = 31"
    ).fetchall()
    assert found == [("Maiduguri", 2029, 31, 31, 31)]


def test_the_event_row_follows_the_default_policy(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute(
        f"select killed_low, killed_best, killed_high, article_count from events where event_id in {STRIKE}"
    ).fetchall()
    assert found == [(9, 9, 10, 8)]

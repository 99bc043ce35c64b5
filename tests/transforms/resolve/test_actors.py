"""Actors over articles: parents are whole, variants are one."""

from __future__ import annotations

from typing import Any

from transforms.actors.curated import curated_rows
from transforms.resolve.actors import actor_rows, canonical_ids, rename_actors
from transforms.resolve.rows import ArticleRows


def actor(actor_id: str, name: str, **fields: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("country_iso3", "parent_actor_id", "role", "cameo_code", "ucdp_actor_id", "gwno", "acled_name", "wikidata_qid"))
    return {"actor_id": actor_id, "name": name, "kind": "person", "aliases": [], "is_curated": False} | empty | fields


def article(article_id: str, *actors: dict[str, Any]) -> ArticleRows:
    mentions = [{"actor_id": row["actor_id"], "span_start": number} for number, row in enumerate(actors)]
    return ArticleRows({"article_id": article_id, "version": 1, "published_at": None}, actor_mentions=mentions, actors=list(actors))


def test_a_parent_that_no_text_names_gives_way_to_the_state() -> None:
    colonel = actor("actor_1", "Juan Rojas", country_iso3="BOL", parent_actor_id="bolivia_forces_of_no_row")
    rows = {row["actor_id"]: row for row in actor_rows([article("a", colonel)], {}, curated_rows())}
    assert rows["actor_1"]["parent_actor_id"] == "bolivia"
    assert all(row["parent_actor_id"] in rows or row["parent_actor_id"] is None for row in rows.values())


def test_spellings_of_one_person_are_one_actor() -> None:
    articles = [
        article("a", actor("actor_1", "Nasser Kanaani", country_iso3="IRN"), actor("actor_1", "Nasser Kanaani", country_iso3="IRN")),
        article("b", actor("actor_2", "Nasser Kanani", country_iso3="IRN")),
        article("c", actor("actor_3", "Nasser Kanani", country_iso3="IRQ")),
    ]
    united = canonical_ids(articles)
    assert united == {"actor_2": "actor_1"}
    rename_actors(articles[1], united)
    assert articles[1].actor_mentions[0]["actor_id"] == "actor_1"
    (row,) = (row for row in actor_rows(articles, united, []) if row["actor_id"] == "actor_1")
    assert (row["aliases"], row["mention_count"]) == (["Nasser Kanani"], 3)

"""Near-duplicates: copies and cuts are found, in whatever order; stories of one kind are not."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import blake2b
from itertools import permutations

from datasketch import MinHash

from transforms.duplicates import bands, near_duplicates
from transforms.duplicates.signature import minhash, shingles
from transforms.records import Article

STORY = (
    "Gunmen on motorcycles attacked the village of Tamrat in the west of the country on Friday, killing at least eleven people and burning "
    "the market, the mayor said. The attackers came from the forest before dawn and fired at people who were opening their stalls. "
    "Soldiers reached the village two hours later. The governor promised to send more troops to the road, which traders use every week. "
    "No group claimed the attack, but officials blamed fighters who are linked to Islamic State and who raided two villages last month."
)
OTHER = (
    "Gunmen on motorcycles attacked a military post near the village of Inates in the north of the country on Sunday, killing five "
    "soldiers, the defence ministry said. The attackers withdrew towards the border after aircraft arrived, according to its statement. "
    "A search was under way on Monday, and the president cut short a visit abroad to meet the families of the dead in the capital."
)


def article(name: str, text: str, day: int | None = None) -> Article:
    return Article(name, text, "", "", "", published_at=datetime(2024, 3, day, tzinfo=UTC) if day else None)


def test_the_earliest_is_the_original_in_any_order() -> None:
    articles = [
        article("c", STORY.replace("Friday", "Friday evening"), 3),
        article("a", f"Eleven killed in market raid\n\n{STORY}", 2),
        article("b", STORY[:380], None),
        article("d", OTHER, 1),
    ]
    for ordered in permutations(articles):
        assert near_duplicates(ordered) == {"c": "a", "b": "a"}


def test_stored_bands_give_the_same() -> None:
    articles = [article("a", STORY, 1), article("b", STORY + " He gave no name.", 2)]
    stored = {one.article_id: bands(one.text) for one in articles}
    assert near_duplicates(articles, stored) == near_duplicates(articles) == {"b": "a"}
    assert len(stored["a"]) == 37
    assert near_duplicates(articles, {"a": stored["a"], "b": bands(OTHER)}) == {}


def test_what_stands_again_months_later_is_no_copy() -> None:
    later = Article("b", STORY, "", "", "", published_at=datetime(2024, 6, 3, tzinfo=UTC))
    assert near_duplicates([article("a", STORY, 1), later]) == {}
    assert near_duplicates([article("a", STORY), later]) == {"a": "b"}


def test_two_short_texts_that_share_a_phrase_are_two() -> None:
    assert (
        near_duplicates(
            [article("a", "No group claimed the attack on Friday.", 1), article("b", "No group claimed the attack on Sunday.", 2)]
        )
        == {}
    )


def test_empty_texts_are_no_copies_of_each_other() -> None:
    assert near_duplicates([article("a", "", 1), article("b", "", 2)]) == {}


def test_signatures_are_those_of_the_library() -> None:
    for runs in (shingles(STORY), shingles(OTHER), {"one"}):
        sketch = MinHash(
            num_perm=128, seed=1, scheme="affine32", hashfunc=lambda run: int.from_bytes(blake2b(run, digest_size=4).digest(), "little")
        )
        sketch.update_batch([run.encode() for run in sorted(runs)])
        assert minhash(run.encode() for run in runs).tolist() == sketch.hashvalues.tolist()

"""What forces do every day is one deed only where the day or the place says so."""

from __future__ import annotations

from tests.transforms.resolve.test_cluster import LINEAGE, mention
from transforms.resolve.compatibility import agreement
from transforms.resolve.points import is_enough
from transforms.resolve.story import LIKE_WORDING, SAME_STORY, SOME_LIKE_WORDING


def _is_one(one: dict[str, str], other: dict[str, str], story: float) -> bool:
    known = {"sources": "iran", "trigger": "searched", "kind": "COERCE", "mode": "seize", "at": 1, "texts": ("the force", "a compound")}
    deeds = [mention(**known, article=article, **facts) for article, facts in (("a", one), ("b", other))]  # type: ignore[arg-type]
    found = agreement(*deeds, LINEAGE, story)
    return found is not None and is_enough(found, is_one_story=True)


def test_towns_of_two_articles_that_are_worded_alike_are_two() -> None:
    assert not _is_one({"where": "kharkiv"}, {"where": "odesa"}, LIKE_WORDING)
    assert _is_one({"where": "kharkiv"}, {"where": "kharkiv"}, LIKE_WORDING)
    assert _is_one({}, {}, LIKE_WORDING)


def test_wording_and_one_man_shot_make_no_one_deed() -> None:
    deeds = [mention(trigger="shot", mode="firearms", article=article, killed=1, published="2024-03-01", texts=(None, text))
             for article, text in (("a", "a victim"), ("b", "somebody"))]  # fmt: skip
    for story, is_one in ((SOME_LIKE_WORDING, False), (SAME_STORY, True)):
        found = agreement(*deeds, LINEAGE, story)
        assert found is not None and is_enough(found, is_one_story=True) is is_one

"""The news that the warehouse is measured with is about as much alike as real news: neither easier nor harder to tell apart."""

from __future__ import annotations

import random
from statistics import mean

from tests.bench.warehouse.wording import body, reworded
from transforms.resolve.marks import Marks
from transforms.resolve.wording import likeness, telling_words

WORDS = 300
PASSAGE = """Gunmen killed 12 soldiers near Sarobi on Monday, the Defence Ministry of Marland said. Its spokesman Oren Hadal blamed the
Haldor Front, whose leader Imre Tasnadi denied it. Fighters shelled the village of Belmora and wounded four people, residents said."""
NAMES = {"Sarobi", "Marland", "Oren", "Hadal", "Haldor", "Imre", "Tasnadi", "Belmora"}


def text(story: int, number: int) -> str:
    """Return an article on one of 40 stories, each between two of 20 countries."""
    chance = random.Random(number)
    passage = reworded(PASSAGE, {"killed", "shelled", "wounded", "Monday", "four"}, NAMES, f"story {story}", chance)
    return passage + body(chance, ("war", f"country {story % 20}", f"country {story * 7 % 19}", f"story {story}"), WORDS)


def marks(story: int, number: int) -> Marks:
    return Marks({}, frozenset(), telling_words(text(story, number)))


def test_one_pair_in_three_of_one_story_is_alike_and_next_to_none_of_two() -> None:
    articles = [(story, marks(story, story * 10 + copy)) for story in range(40) for copy in range(3)]
    pairs = [(one, other) for place, one in enumerate(articles) for other in articles[:place]]
    alike: dict[bool, list[bool]] = {True: [], False: []}
    shared = []
    for (story, left), (told, right) in pairs:
        alike[story == told].append(likeness(left.words, right.words) >= 0.45)
        if story != told:
            shared.append(bool(set(left.keys) & set(right.keys)))
    assert 0.2 < mean(alike[True]) < 0.7
    assert mean(alike[False]) < 0.01
    assert 0.2 < mean(shared) < 0.5

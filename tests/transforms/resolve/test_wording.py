"""How alike two articles are worded: names and rare words weigh, common words do not."""

from __future__ import annotations

from math import isclose, sqrt

from transforms.resolve.wording import KEPT, likeness, telling_words

FERRY = "The ferry Oriental Star sank off Port Mallow on Tuesday. Divers searched the Oriental Star for survivors, the coastguard said."
AGAIN = "Divers went down to the ferry Oriental Star again. It sank off Port Mallow; the coastguard has named no survivors."
OTHER = "The ferry Lady of the Lake sank off Cape Verity on Tuesday. Divers searched the wreck for survivors, the harbour master said."
MARKET = "Shares rose on Tuesday after the central bank said that it would lower rates."


def test_telling_words_make_a_vector_of_length_one() -> None:
    words = telling_words(FERRY)
    assert isclose(sqrt(sum(weight * weight for weight in words.values())), 1.0)
    assert words["mallow"] > words["survivors"] > words.get("the", 0.0)


def test_a_long_text_keeps_its_most_telling_words() -> None:
    assert len(telling_words(" ".join(f"Thing{number} and" for number in range(500)))) == KEPT


def test_an_empty_text_has_none_and_is_like_nothing() -> None:
    assert telling_words("") == {}
    assert likeness(telling_words(""), telling_words(FERRY)) == 0.0


def test_names_tell_two_accidents_of_one_kind_apart() -> None:
    one, again, other, market = (telling_words(text) for text in (FERRY, AGAIN, OTHER, MARKET))
    assert likeness(one, one) > 0.999
    assert likeness(one, again) > 2 * likeness(one, other) > 2 * likeness(one, market)
    assert isclose(likeness(one, again), likeness(again, one))

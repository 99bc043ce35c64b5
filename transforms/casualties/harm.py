"""One reading of one sentence: somebody came to harm. What the frames find and the claims are made of."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.casualties.counts import Count
from transforms.casualties.victims import Victims
from transforms.tokens import Token


@dataclass(slots=True)
class Harm:
    """The word of harm, its outcome and its people. `victims` is None for a bare number ("a toll of 27"), given in `count`.

    `may_be_dead`: the word leaves open whether they lived ("shot"); `in_hospital`: it says no more than that they were treated.
    `is_naming`: it only names people whose harm is told elsewhere ("the officer was identified as ..."), by the noun `named`.
    `is_compared`: a number that another one is set against ("up from nine").
    `whole`: the harm this is a part of. `by_list`: found through the list its people stand in. `is_suicide`: told as done to oneself."""

    outcome: str
    trigger: Token
    victims: Victims | None
    count: Count
    may_be_dead: bool = False
    in_hospital: bool = False
    whole: Harm | None = None
    is_part: bool = False
    is_open_list: bool = False
    by_list: bool = False
    is_suicide: bool = False
    named: str = ""
    is_naming: bool = False
    is_compared: bool = False

    @property
    def key(self) -> int:
        """The position by which the same people are known in the sentence: their head word, or their number."""
        return self.victims.head.i if self.victims is not None else self.count.first

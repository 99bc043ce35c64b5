"""Payloads are kept packed, and who waits for them is told when they come, or that they never will."""

from __future__ import annotations

import threading

import pytest

from flows.payloads import Payloads

ONE, TWO = ("art_one", "1"), ("art_two", "2")


def test_a_payload_comes_out_as_it_went_in() -> None:
    payloads = Payloads({ONE: '{"text": "Äö — “x”"}'})
    assert (payloads[ONE], len(payloads), list(payloads), TWO in payloads) == ('{"text": "Äö — “x”"}', 1, [ONE], False)


def test_who_waits_goes_on_when_all_are_there() -> None:
    payloads = Payloads({ONE: "1"})
    waiting = threading.Thread(target=payloads.wait_for, args=([ONE, TWO],))
    waiting.start()
    waiting.join(0.05)
    assert waiting.is_alive()
    payloads.add(TWO, "2")
    waiting.join(10)
    assert not waiting.is_alive()


def test_who_waits_is_told_of_a_fault_but_gets_what_came_before() -> None:
    payloads = Payloads({ONE: "1"})
    threading.Timer(0.05, payloads.fail, [OSError("no space")]).start()
    with pytest.raises(OSError, match="no space"):
        payloads.wait_for([ONE, TWO])
    payloads.wait_for([ONE])


def test_what_is_forgotten_is_no_longer_held() -> None:
    payloads = Payloads({ONE: "1"})
    payloads.forget([ONE, ("art_none", "0")])
    assert list(payloads) == []

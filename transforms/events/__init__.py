"""Events in one article: who did what to whom, where and when, sentence by sentence."""

from transforms.events.find import find_events

__all__ = ["find_events"]

"""Words of force and of politics that tell of none, by what their article is about: a game, a film, an accident, a town's own affairs."""

from __future__ import annotations

from typing import NamedTuple

from transforms.events.frames import Candidate
from transforms.events.mishaps import is_mishap, tells_accident
from transforms.events.prospect import Reality
from transforms.events.reading import Reading
from transforms.events.small_affairs import is_campaign_talk, is_small, tells_of_public
from transforms.events.themes import is_figure, tells_of_stoppage, theme_of

# Themes of articles in which nobody acts for a state, though states and leaders are named.
PASTIMES = frozenset({"sport", "stage", "market"})


class Story(NamedTuple):
    """What an article is about, as far as its words depend on it: its theme (`themes.theme_of`), whether it tells of an accident
    (`mishaps.tells_accident`), whether it is of public affairs (`small_affairs.tells_of_public`), and whether of work that is left
    (`themes.tells_of_stoppage`)."""

    theme: str | None
    is_accident: bool
    is_public: bool
    is_stoppage: bool


def story_of(reading: Reading) -> Story:
    """Return what an article is about."""
    return Story(theme_of(reading.parsed), tells_accident(reading.parsed), tells_of_public(reading), tells_of_stoppage(reading.parsed))


def is_unmeant(story: Story, reading: Reading, found: Candidate, told: Reality) -> bool:
    """Whether a candidate tells of no deed of force, but in a figure of speech or of harm that nobody did, or of no political act."""
    if story.is_stoppage and _is_strike(reading, found):
        return True
    if is_figure(story.theme, reading, found, told) or is_mishap(reading, found, story.is_accident):
        return True
    if story.theme == "campaign" and is_campaign_talk(reading, found, told):
        return True
    return is_small(story.is_public and story.theme not in PASTIMES, reading, found, told)


def _is_strike(reading: Reading, found: Candidate) -> bool:
    """Whether a deed is a "strike" of nobody named as a state or as fighters."""
    if found.trigger.pos != "noun" or found.trigger.words != ("strike",):
        return False
    return found.source is None or not any(reading.belongs(found.source, name) for name in ("state", "armed", "combatant", "troops"))

"""Words of force that tell of no deed of force, by what their article is about: a game, a film, an accident."""

from __future__ import annotations

from typing import NamedTuple

from transforms.events.frames import Candidate
from transforms.events.mishaps import is_mishap, tells_accident
from transforms.events.prospect import Reality
from transforms.events.reading import Reading
from transforms.events.themes import is_figure, theme_of
from transforms.parse import ParsedArticle


class Story(NamedTuple):
    """What an article is about, as far as its words of force depend on it: its theme (`themes.theme_of`), and whether it tells of an
    accident (`mishaps.tells_accident`)."""

    theme: str | None
    is_accident: bool


def story_of(parsed: ParsedArticle) -> Story:
    """Return what an article is about."""
    return Story(theme_of(parsed), tells_accident(parsed))


def is_unmeant(story: Story, reading: Reading, found: Candidate, told: Reality) -> bool:
    """Whether a candidate tells of no deed of force: a figure of speech, or harm that nobody did."""
    return is_figure(story.theme, reading, found, told) or is_mishap(reading, found, story.is_accident)

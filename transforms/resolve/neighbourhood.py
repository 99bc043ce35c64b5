"""What the warehouse holds around the articles of a run: all that these can join, repeat or change, and no more.

`resolve` compares new articles with it. For a warehouse without articles, and when everything is resolved anew, it is empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from transforms.resolve.marks import Marks
from transforms.resolve.profile import Row
from transforms.resolve.story import Stories


@dataclass(slots=True)
class Neighbourhood:
    """Rows of earlier runs. The first look finds what the articles name and repeat, the second the events that they may tell."""

    # The first look: articles with their text that may be copies of new ones, those they were copies of among them.
    copies: dict[str, Row] = field(default_factory=dict)
    # Bands of the new articles' own wording, by article.
    bands: dict[str, tuple[int, ...]] = field(default_factory=dict)
    # Found actors' readings that stand under another id, and persons who may be those of the new articles.
    united: dict[str, str] = field(default_factory=dict)
    persons: list[Row] = field(default_factory=list)
    # Rows of `actors` by id, with all their parents.
    actors: dict[str, Row] = field(default_factory=dict)
    # Actors whose mentions were counted anew, without those of articles that are read again.
    recounted: set[str] = field(default_factory=set)
    # Events that mentions of the new articles had before their article was read again.
    event_before: dict[str, str] = field(default_factory=dict)

    # The second look: how many other articles carry each name of the new articles, or of those read again.
    name_counts: dict[str, int] = field(default_factory=dict)
    # By what the stories of articles with a name or word in common are known, and when these were published.
    marks: dict[str, Marks] = field(default_factory=dict)
    published: dict[str, datetime | None] = field(default_factory=dict)
    # What these and the new articles tell, from when it is first asked.
    stories: Stories | None = None
    # Mentions by event, with their claims; their articles without text; their places.
    events: dict[str, list[Row]] = field(default_factory=dict)
    claims: list[Row] = field(default_factory=list)
    articles: dict[str, Row] = field(default_factory=dict)
    places: dict[str, Row] = field(default_factory=dict)
    # Events to make anew whether or not a new mention joins them: they lost mentions, or an article of theirs turned out a copy.
    stale: set[str] = field(default_factory=set)

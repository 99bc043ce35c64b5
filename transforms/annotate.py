"""Everything that is read from one article, as a pure function of the parsed article and the seeds."""

from __future__ import annotations

from transforms.actors.find import find_actors
from transforms.attribution.find import find_attributions
from transforms.casualties.claims import find_casualties
from transforms.dates.mentions import find_dates
from transforms.events.find import find_events
from transforms.parse import ParsedArticle
from transforms.places.find import find_places
from transforms.quotes.find import find_quotes
from transforms.records import Annotations, Reject

# The grammar, the triggers and the cues are English.
LANGUAGE = "en"


def annotate(parsed: ParsedArticle) -> Annotations:
    """Return the annotations of one article. An article in another language is kept and not read, which one reject says."""
    article = parsed.article
    if article.language not in (None, LANGUAGE):
        reason = f"language: only English is read, this is {article.language!r}"
        rejected = Reject(stage="annotate", reason=reason, article_id=article.article_id, field="language", value=article.language)
        return Annotations(article=article, sentence_count=len(parsed.sentences), rejects=(rejected,))
    places = find_places(parsed)
    actors = find_actors(parsed, places)
    dates = find_dates(parsed)
    attributions = find_attributions(parsed, actors)
    events = find_events(parsed, actors, places, dates, attributions)
    return Annotations(
        article=article,
        sentence_count=len(parsed.sentences),
        places=tuple(places),
        actors=tuple(actors),
        dates=tuple(dates),
        quotes=tuple(find_quotes(parsed, actors, attributions)),
        events=tuple(events),
        casualties=tuple(find_casualties(parsed, actors, places, attributions, events, dates)),
    )

-- One row per quotation or reported statement whose speaker, or the side it speaks for, is a known actor, with its article.
-- A spokesman's words stand under the speaker and, as `for_actor_id`, under whom the speaker speaks for.
select
    coalesce(quotes.speaker_actor_id, quotes.affiliation_actor_id) as actor_id,
    actors.name as actor_name,
    actors.kind as actor_kind,
    coalesce(quotes.affiliation_actor_id, actors.parent_actor_id, quotes.speaker_actor_id) as for_actor_id,
    quotes.quote_id,
    quotes.kind as quote_kind,
    quotes.evidence,
    quotes.cue,
    quotes.speaker_name,
    quotes.speaker_role,
    quotes.via_text,
    quotes.event_id,
    articles.article_id,
    articles.version,
    articles.publisher,
    articles.published_at,
    articles.url,
    quotes.span_start,
    quotes.span_end
from quotes
inner join articles on articles.article_id = quotes.article_id and articles.version = quotes.version
inner join actors on actors.actor_id = coalesce(quotes.speaker_actor_id, quotes.affiliation_actor_id)

-- On which sentences does an event rest? The event most written about; put another event_id in its place.
with chosen as (
    select event_id
    from events
    order by article_count desc, event_id
    limit 1
)

select
    articles.published_at,
    articles.publisher,
    mentions.stance,
    mentions.trigger,
    mentions.source_text,
    mentions.target_text,
    mentions.date_text,
    mentions.place_text,
    mentions.claimant_text,
    mentions.evidence,
    articles.url,
    mentions.span_start
from event_mentions as mentions
inner join chosen on chosen.event_id = mentions.event_id
inner join articles on articles.article_id = mentions.article_id and articles.version = mentions.version
order by articles.published_at, articles.article_id, mentions.span_start, mentions.mention_id

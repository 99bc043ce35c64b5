-- Which events rest on one origin, however many pages tell them? An origin is the agency credited, else the publisher; a copy has that of its original.
with origins as (
    select distinct
        mentions.event_id,
        coalesce(originals.origin, articles.origin, originals.publisher, articles.publisher, articles.publisher_domain, articles.article_id) as origin,
        articles.article_id
    from event_mentions as mentions
    inner join articles on articles.article_id = mentions.article_id and articles.version = mentions.version
    left join articles as originals on originals.article_id = articles.duplicate_of and originals.is_current
    where mentions.event_id is not null
)

select
    events.date_start,
    events.title,
    any_value(origins.origin) as only_origin,
    count(distinct origins.article_id) as article_count,
    events.killed_best,
    events.confidence
from origins
inner join events on events.event_id = origins.event_id
group by events.event_id, events.date_start, events.title, events.killed_best, events.confidence
having count(distinct origins.origin) = 1
order by article_count desc, events.date_start, events.event_id

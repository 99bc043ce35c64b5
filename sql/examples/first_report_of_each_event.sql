-- Who reported each event first, and how long did the others take? Copies of another article are left out.
with reports as (
    select
        mentions.event_id,
        articles.article_id,
        articles.publisher,
        articles.published_at,
        arg_min(mentions.evidence, mentions.span_start) as evidence
    from event_mentions as mentions
    inner join articles on articles.article_id = mentions.article_id and articles.version = mentions.version
    where mentions.event_id is not null and articles.published_at is not null and articles.duplicate_of is null
    group by all
),

ordered as (
    select
        event_id, publisher, published_at, evidence,
        row_number() over (partition by event_id order by published_at, article_id) as place,
        lead(published_at) over (partition by event_id order by published_at, article_id) as next_published_at
    from reports
)

select
    events.date_start,
    events.title,
    ordered.publisher as first_publisher,
    ordered.published_at as first_published_at,
    date_diff('minute', ordered.published_at, ordered.next_published_at) as minutes_to_the_next,
    ordered.evidence
from ordered
inner join events on events.event_id = ordered.event_id
where ordered.place = 1
order by ordered.published_at, ordered.event_id

-- What share of the dead that are told of by kind were civilians? One row per event, from the article that tells most of its dead by number.
with told as (
    select
        event_id,
        article_id,
        sum(coalesce(count_best, count_low)) as persons,
        sum(coalesce(count_best, count_low)) filter (where victim_group in ('civilian', 'journalist', 'aid_worker')) as civilians,
        sum(coalesce(count_best, count_low)) filter (where victim_group in ('combatant', 'security_forces')) as armed,
        sum(coalesce(count_best, count_low)) filter (where victim_group in ('official', 'unknown')) as other,
        max(asserted_on) as asserted_on
    from casualties
    where
        outcome = 'killed' and event_id is not null and is_aggregate is not true
        and (relation is null or relation in ('revises', 'disputes'))
    group by event_id, article_id
),

dead as (
    select
        event_id, civilians, armed, other,
        row_number() over (partition by event_id order by persons desc nulls last, asserted_on desc nulls last, article_id) as place
    from told
)

select
    events.date_start,
    events.title,
    dead.civilians,
    dead.armed,
    dead.other,
    round(coalesce(dead.civilians, 0) / nullif(coalesce(dead.civilians, 0) + coalesce(dead.armed, 0), 0), 3) as civilian_share
from dead
inner join events on events.event_id = dead.event_id
where dead.place = 1
order by events.date_start, events.event_id

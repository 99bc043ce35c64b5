-- What share of the dead that are told of by kind were civilians? One row per event; those of unknown kind are shown and not shared out.
with dead as (
    select
        event_id,
        sum(coalesce(count_best, count_low)) filter (where victim_group in ('civilian', 'journalist', 'aid_worker')) as civilians,
        sum(coalesce(count_best, count_low)) filter (where victim_group in ('combatant', 'security_forces')) as armed,
        sum(coalesce(count_best, count_low)) filter (where victim_group in ('official', 'unknown')) as other
    from casualties
    where outcome = 'killed' and event_id is not null and relation is null and is_aggregate is not true
    group by event_id
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
order by events.date_start, events.event_id

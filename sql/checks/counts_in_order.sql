-- Low is at most best and best at most high: rows are numbers of people that are not; null is unknown or open ended, and in order.
with counts as (
    select 'casualties' as table_name, claim_id as id, count_low as low, count_best as best, count_high as high from casualties
    union all
    select 'events.killed', event_id, killed_low, killed_best, killed_high from events
    union all
    select 'events.injured', event_id, injured_low, injured_best, injured_high from events
    union all
    select 'external_events', concat_ws(' ', dataset, external_id), deaths_low, deaths_best, deaths_high from external_events
)

select table_name, id, low, best, high
from counts
where low > best or best > high or low > high or low < 0

-- One row: the days that the events cover, those of the dataset's rows about them, and how many days each is.
with covered as (
    select min(date_start) as first_day, max(date_end) as last_day from link_events
),

reached as (
    select
        greatest(min(x.date_start), min(covered.first_day) - cast(min(link_settings.nearby_days) as integer)) as first_day,
        least(max(x.date_end), max(covered.last_day) + cast(max(link_settings.nearby_days) as integer)) as last_day
    from link_externals as x
    cross join covered
    cross join link_settings
)

select
    reached.first_day,
    reached.last_day,
    coalesce(date_diff('day', covered.first_day, covered.last_day) + 1, 1) as event_days,
    greatest(1, coalesce(date_diff('day', reached.first_day, reached.last_day) + 1, 1)) as external_days
from covered
cross join reached

-- One row per dataset of which a row may meet an event that changed since its links were made, and how it was linked.
-- By the days that its rows cover, widened as far as links look: the files of a closed year meet none of today's events.
with covered as (
    select
        dataset,
        min(date_start - cast(coalesce(date_days, 0) + $days as integer)) as first_day,
        max(date_end + cast(coalesce(date_days, 0) + $days as integer)) as last_day
    from external_events
    group by dataset
),

changed as (
    select date_start, date_end, recorded_at as changed_at from events
    union all
    select date_start, date_end, superseded_at from events_log
)

select covered.dataset, coalesce(linked.preset, 'default') as preset
from covered
left join linked_datasets as linked on linked.dataset = covered.dataset
where linked.dataset is null
    or exists (
        select 1 from changed
        where changed.changed_at >= linked.linked_at and changed.date_start <= covered.last_day and changed.date_end >= covered.first_day
    )
order by covered.dataset

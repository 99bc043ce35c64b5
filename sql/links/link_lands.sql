-- One row per country: how many events, and how many external events, it has over all days.
with counted as (
    select country_iso3, 1 as events, 0 as externals
    from link_events
    union all
    select x.country_iso3, 0, 1
    from link_externals as x
    cross join link_span
    where x.date_start between link_span.first_day and link_span.last_day
)

select country_iso3, sum(events) as events, sum(externals) as externals
from counted
where country_iso3 is not null
group by country_iso3

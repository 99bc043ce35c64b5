-- One row per country and month with events: counts and tolls, with the keys of UCDP (GW number) and VIEWS (month_id, 1 is January 1980).
-- An event stands in the month of its first day; one known only to the year is left out, and so is one merely planned or denied.
-- Where only a lowest number is known it is the best one too; a highest number that is open for one event is open for their sum.
select
    country_iso3,
    any_value(country_gwno) as country_gwno,
    any_value(country_cow) as country_cow,
    any_value(country_iso_numeric) as country_iso_numeric,
    year(date_start) as year,
    month(date_start) as month,
    (year(date_start) - 1980) * 12 + month(date_start) as month_id,
    count(*) as event_count,
    count(*) filter (where event_type = 'ASSAULT') as assault_count,
    count(*) filter (where event_type = 'PROTEST') as protest_count,
    count(*) filter (where ucdp_type_of_violence = 1) as state_based_count,
    count(*) filter (where ucdp_type_of_violence = 2) as non_state_count,
    count(*) filter (where ucdp_type_of_violence = 3) as one_sided_count,
    count(*) filter (where status = 'contested') as contested_count,
    sum(killed_low) as killed_low,
    sum(coalesce(killed_best, killed_low)) as killed_best,
    case when count(*) filter (where killed_low is not null and killed_high is null) = 0 then sum(killed_high) end as killed_high,
    sum(injured_best) as injured_best
from events
where country_iso3 is not null
    and date_start is not null
    and coalesce(date_precision, 'year') != 'year'
    and status in ('asserted', 'contested')
group by country_iso3, year(date_start), month(date_start)

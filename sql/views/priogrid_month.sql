-- One row per PRIO-GRID cell and month with events that are known to the town or better, with the month_id of VIEWS.
-- Events known only to a district, province or country have no cell of their own and are left out, as those planned or denied are.
-- Where only a lowest number is known it is the best one too; a highest number that is open for one event is open for their sum.
select
    priogrid_gid,
    year(date_start) as year,
    month(date_start) as month,
    (year(date_start) - 1980) * 12 + month(date_start) as month_id,
    count(*) as event_count,
    count(*) filter (where event_type = 'ASSAULT') as assault_count,
    count(*) filter (where status = 'contested') as contested_count,
    sum(killed_low) as killed_low,
    sum(coalesce(killed_best, killed_low)) as killed_best,
    case when count(*) filter (where killed_low is not null and killed_high is null) = 0 then sum(killed_high) end as killed_high,
    sum(injured_best) as injured_best
from events
where priogrid_gid is not null
    and place_precision in ('point', 'city')
    and date_start is not null
    and coalesce(date_precision, 'year') != 'year'
    and status in ('asserted', 'contested')
group by priogrid_gid, year(date_start), month(date_start)

-- What did Pakistan and Iran do to each other, day by day? Both directions, with the state's own forces and offices; change the two codes.
with sides as (
    select 'PAK' as one, 'IRN' as other
)

select
    dyad_day.day,
    dyad_day.source_name,
    dyad_day.target_name,
    dyad_day.event_count,
    dyad_day.assault_count,
    dyad_day.verbal_conflict_count,
    dyad_day.cooperation_count,
    dyad_day.killed_low,
    dyad_day.killed_best,
    dyad_day.killed_high
from dyad_day
cross join sides
where (dyad_day.source_country_iso3 = sides.one and dyad_day.target_country_iso3 = sides.other)
    or (dyad_day.source_country_iso3 = sides.other and dyad_day.target_country_iso3 = sides.one)
order by dyad_day.day, dyad_day.source_name, dyad_day.target_name

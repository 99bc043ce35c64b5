-- Rows of an ACLED export as external events. ACLED counts one number of deaths, and often 0 where none is known, so 0 stands for unknown.
-- time_precision (ACLED codebook): 1 the day, 2 within the week, 3 within the month; geo_precision: 1 town, 2 part of a region, 3 region.
select
    event_id_cnty as external_id,
    sub_event_type as event_type,
    coalesce(try_cast(event_date as date), try_cast(try_strptime(event_date, '%d %B %Y') as date)) as date_start,
    coalesce(try_cast(event_date as date), try_cast(try_strptime(event_date, '%d %B %Y') as date)) as date_end,
    case time_precision when '1' then 0 when '2' then 4 when '3' then 16 end as date_days,
    location as place_name,
    lands.iso3 as country_iso3,
    try_cast(lands.gwno as bigint) as country_gwno,
    try_cast(latitude as double) as latitude,
    try_cast(longitude as double) as longitude,
    case geo_precision when '1' then 5 when '2' then 50 when '3' then 150 end as place_km,
    actor1 as source_name,
    cast(null as varchar) as source_code,
    states_1.iso3 as source_country_iso3,
    actor2 as target_name,
    cast(null as varchar) as target_code,
    states_2.iso3 as target_country_iso3,
    nullif(try_cast(fatalities as bigint), 0) as deaths_low,
    nullif(try_cast(fatalities as bigint), 0) as deaths_best,
    cast(null as bigint) as deaths_high,
    to_json(published) as original
from published_rows as published
left join countries as lands on lands.iso_numeric = published.iso
left join country_names as states_1
    on states_1.name = lower(regexp_extract(actor1, '^(?:Military|Police) Forces of ([^(]+?) *(?:\(|$)', 1))
left join country_names as states_2
    on states_2.name = lower(regexp_extract(actor2, '^(?:Military|Police) Forces of ([^(]+?) *(?:\(|$)', 1))

-- Rows of any other file as external events, its columns renamed by the user's mapping; what the mapping does not name is null.
select
    external_id,
    event_type,
    try_cast(left(date_start, 10) as date) as date_start,
    coalesce(try_cast(left(date_end, 10) as date), try_cast(left(date_start, 10) as date)) as date_end,
    coalesce(try_cast(date_days as bigint), 0) as date_days,
    place_name,
    country_iso3,
    coalesce(try_cast(country_gwno as bigint), try_cast(lands.gwno as bigint)) as country_gwno,
    try_cast(latitude as double) as latitude,
    try_cast(longitude as double) as longitude,
    coalesce(try_cast(place_km as double), 5) as place_km,
    source_name,
    source_code,
    source_country_iso3,
    target_name,
    target_code,
    target_country_iso3,
    try_cast(deaths_low as bigint) as deaths_low,
    try_cast(deaths_best as bigint) as deaths_best,
    try_cast(deaths_high as bigint) as deaths_high,
    published.original as original
from published_rows as published
left join countries as lands on lands.iso3 = published.country_iso3

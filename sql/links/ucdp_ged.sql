-- Rows of UCDP GED or UCDP Candidate as external events. Dates are the interval that UCDP gives, so its date_prec widens nothing more.
-- where_prec (GED codebook): 1 exact, 2 within 25 km, 3 district, 4 province, 5 along a line or estimated, 6 country, 7 sea or air.
select
    id as external_id,
    type_of_violence as event_type,
    try_cast(left(date_start, 10) as date) as date_start,
    coalesce(try_cast(left(date_end, 10) as date), try_cast(left(date_start, 10) as date)) as date_end,
    0 as date_days,
    coalesce(where_coordinates, adm_2, adm_1) as place_name,
    lands.iso3 as country_iso3,
    try_cast(country_id as bigint) as country_gwno,
    try_cast(latitude as double) as latitude,
    try_cast(longitude as double) as longitude,
    case where_prec when '1' then 1 when '2' then 25 when '3' then 50 when '4' then 150 when '5' then 150 when '6' then 1000 when '7' then 500 end as place_km,
    side_a as source_name,
    side_a_new_id as source_code,
    states_a.iso3 as source_country_iso3,
    side_b as target_name,
    side_b_new_id as target_code,
    states_b.iso3 as target_country_iso3,
    try_cast(low as bigint) as deaths_low,
    try_cast(best as bigint) as deaths_best,
    try_cast(high as bigint) as deaths_high,
    to_json(published) as original
from published_rows as published
left join countries as lands on lands.gwno = published.country_id
left join countries as states_a on states_a.gwno = published.gwnoa
left join countries as states_b on states_b.gwno = published.gwnob

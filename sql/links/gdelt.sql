-- Rows of a GDELT 2.0 events file as external events: where and when the action is said to have been, countries by FIPS, states by CAMEO.
-- ActionGeo_Type (GDELT codebook): 1 country, 2 US state, 3 US city, 4 city, 5 province. GDELT counts no deaths.
select
    GLOBALEVENTID as external_id,
    EventBaseCode as event_type,
    try_cast(try_strptime(SQLDATE, '%Y%m%d') as date) as date_start,
    try_cast(try_strptime(SQLDATE, '%Y%m%d') as date) as date_end,
    1 as date_days,
    ActionGeo_FullName as place_name,
    lands.iso3 as country_iso3,
    try_cast(lands.gwno as bigint) as country_gwno,
    try_cast(ActionGeo_Lat as double) as latitude,
    try_cast(ActionGeo_Long as double) as longitude,
    case ActionGeo_Type when '1' then 1000 when '2' then 150 when '5' then 150 when '3' then 5 when '4' then 5 end as place_km,
    Actor1Name as source_name,
    Actor1Code as source_code,
    case when coalesce(Actor1Type1Code, 'GOV') in ('GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG') then states_1.iso3 end as source_country_iso3,
    Actor2Name as target_name,
    Actor2Code as target_code,
    case when coalesce(Actor2Type1Code, 'GOV') in ('GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG') then states_2.iso3 end as target_country_iso3,
    cast(null as bigint) as deaths_low,
    cast(null as bigint) as deaths_best,
    cast(null as bigint) as deaths_high,
    to_json(published) as original
from published_rows as published
left join countries as lands on lands.fips = published.ActionGeo_CountryCode
left join countries as states_1 on states_1.cameo = published.Actor1CountryCode
left join countries as states_2 on states_2.cameo = published.Actor2CountryCode

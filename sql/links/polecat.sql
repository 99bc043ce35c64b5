-- Rows of a POLECAT file as external events: PLOVER types, countries by ISO 3166-1 alpha-3. POLECAT counts no deaths.
-- The finest of city, district, province and country that is given says how exactly the place is known.
select
    "Event ID" as external_id,
    upper("Event Type") as event_type,
    try_cast("Event Date" as date) as date_start,
    try_cast("Event Date" as date) as date_end,
    1 as date_days,
    coalesce(City, District, Province, Placename, Country) as place_name,
    lands.iso3 as country_iso3,
    try_cast(lands.gwno as bigint) as country_gwno,
    try_cast(Latitude as double) as latitude,
    try_cast(Longitude as double) as longitude,
    case when City is not null then 5 when District is not null then 50 when Province is not null then 150 else 1000 end as place_km,
    "Actor Name" as source_name,
    cast(null as varchar) as source_code,
    case when "Primary Actor Sector" in ('GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG') then states_1.iso3 end as source_country_iso3,
    "Recipient Name" as target_name,
    cast(null as varchar) as target_code,
    case when "Primary Recipient Sector" in ('GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG') then states_2.iso3 end as target_country_iso3,
    cast(null as bigint) as deaths_low,
    cast(null as bigint) as deaths_best,
    cast(null as bigint) as deaths_high,
    to_json(published) as original
from published_rows as published
left join countries as lands on lands.iso3 = published.Country
left join countries as states_1 on states_1.iso3 = published."Actor Country"
left join countries as states_2 on states_2.iso3 = published."Recipient Country"

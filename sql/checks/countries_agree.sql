-- Country codes are ISO 3166-1 alpha-3, and one country has one number in each system: rows are codes that are not, or disagree.
with named as (
    select 'events' as table_name, country_iso3 from events
    union all
    select 'places', country_iso3 from places
    union all
    select 'place_mentions', country_iso3 from place_mentions
    union all
    select 'actors', country_iso3 from actors
    union all
    select 'casualties', victim_country_iso3 from casualties
    union all
    select 'articles', publisher_country_iso3 from articles
)

select distinct table_name, country_iso3, 'is not three capital letters' as fault
from named
where not regexp_matches(country_iso3, '^[A-Z]{3}$')
union all
select 'events', country_iso3, 'has several numbers' as fault
from events
where country_iso3 is not null
group by country_iso3
having count(distinct country_gwno) > 1 or count(distinct country_cow) > 1 or count(distinct country_iso_numeric) > 1

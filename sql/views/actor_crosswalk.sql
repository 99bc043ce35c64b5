-- One row per curated actor with its ids in other datasets, the numbers of its country, and the ids of the actor it is a part of.
-- Empty means not known or not looked up, never that the other dataset lacks the actor; seeds/actors.csv names the source of each row.
with lands as (
    select country_iso3, min(iso_numeric) as iso_numeric, min(gwno) as gwno, min(cow) as cow
    from actors
    where kind = 'state' and is_curated and coalesce(iso_numeric, gwno) is not null
    group by country_iso3
    having count(*) = 1
)

select
    actors.actor_id,
    actors.name,
    actors.kind,
    actors.ucdp_actor_id,
    actors.acled_name,
    actors.cameo_code,
    actors.wikidata_qid,
    actors.gwno,
    actors.country_iso3,
    lands.iso_numeric as country_iso_numeric,
    lands.gwno as country_gwno,
    lands.cow as country_cow,
    actors.parent_actor_id,
    parents.name as parent_name,
    parents.ucdp_actor_id as parent_ucdp_actor_id,
    parents.cameo_code as parent_cameo_code
from actors
left join lands on lands.country_iso3 = actors.country_iso3
left join actors as parents on parents.actor_id = actors.parent_actor_id
where actors.is_curated

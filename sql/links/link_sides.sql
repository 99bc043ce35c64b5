-- One row per external event and side that the crosswalk knows: the actor, and those it is a part of.
-- A side is found by its id or code in the dataset, else by its name or an alias, else as the state whose organ it is.
with sides as (
    select dataset, external_id, 'source' as side, source_name as name, source_code as code, source_country_iso3 as country_iso3 from loading
    union all
    select dataset, external_id, 'target', target_name, target_code, target_country_iso3 from loading
),

by_code as (
    select 'ucdp-ged' as dataset, cast(ucdp_actor_id as varchar) as code, min(actor_id) as actor_id
    from actors where ucdp_actor_id is not null group by all having count(*) = 1
    union all
    select 'gdelt', cameo_code, min(actor_id) from actors where cameo_code is not null group by all having count(*) = 1
),

by_name as (
    select name, min(actor_id) as actor_id
    from (
        select lower(strip_accents(name)) as name, actor_id from actors
        union
        select lower(strip_accents(acled_name)), actor_id from actors
        union
        select lower(strip_accents(unnest(aliases))), actor_id from actors
    )
    where name is not null
    group by name
    having count(distinct actor_id) = 1
),

by_state as (
    select country_iso3, min(actor_id) as actor_id
    from actors where kind = 'state' and gwno is not null group by country_iso3 having count(*) = 1
),

found as (
    select
        sides.dataset, sides.external_id, sides.side,
        coalesce(by_code.actor_id, by_name.actor_id, bare.actor_id, by_state.actor_id) as actor_id
    from sides
    left join by_code on by_code.dataset = sides.dataset and by_code.code = sides.code
    left join by_name on by_name.name = lower(strip_accents(sides.name))
    left join by_name as bare on bare.name = trim(lower(strip_accents(regexp_replace(sides.name, ' *\([^)]*\)$', ''))))
    left join by_state on by_state.country_iso3 = sides.country_iso3
)

select dataset, external_id, side, actor_id
from found
where actor_id is not null

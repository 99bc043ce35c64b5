-- One row per external event and side that the crosswalk knows: the actor.
-- A side is found by its id or code in the dataset, else by its name or an alias, else as the state whose organ it is.
-- Names are tried whole, then by their parts: without what stands in brackets ("Civilians (Mali)"), behind the years of a regime ("Military
-- Forces of Iran (1989-) Islamic Revolutionary Guard Corps"), on either side of a colon or dash ("JNIM: Group for Support of Islam and
-- Muslims"), and the first of several ("Iran" of "Iran" and "Hezbollah", with a semicolon between).
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
    select name_key(name) as name, min(actor_id) as actor_id
    from (
        select name, actor_id from actors
        union
        select acled_name, actor_id from actors
        union
        select unnest(aliases), actor_id from actors
    )
    where name_key(name) != ''
    group by all
    having count(distinct actor_id) = 1
),

by_state as (
    select country_iso3, min(actor_id) as actor_id
    from actors where kind = 'state' and coalesce(iso_numeric, gwno) is not null group by country_iso3 having count(*) = 1
),

forms as (
    select distinct name, unnest(parts) as part, generate_subscripts(parts, 1) as place
    from (
        select name, [
            name,
            regexp_replace(name, ' *\([^)]*\)$', ''),
            regexp_extract(name, '\([0-9]{4}-[0-9]*\) *(.+)$', 1),
            regexp_extract(name, '^[^:]+: *(.+)$', 1),
            regexp_extract(name, '^([^:]+):', 1),
            regexp_extract(name, '^(.+?) +[-–] ', 1),
            split_part(name, chr(59), 1)  -- a semicolon
        ] as parts
        from (select distinct name from sides where name is not null)
    )
),

named as (
    select forms.name, arg_min(by_name.actor_id, forms.place) as actor_id
    from forms
    inner join by_name on by_name.name = name_key(forms.part)
    group by forms.name
)

select
    sides.dataset, sides.external_id, sides.side,
    coalesce(by_code.actor_id, named.actor_id, by_state.actor_id) as actor_id
from sides
left join by_code on by_code.dataset = sides.dataset and by_code.code = sides.code
left join named on named.name = sides.name
left join by_state on by_state.country_iso3 = sides.country_iso3
where coalesce(by_code.actor_id, named.actor_id, by_state.actor_id) is not null

-- One row per curated actor with its codes in other datasets, and those of the state it belongs to.
select
    actors.actor_id,
    actors.name,
    actors.kind,
    actors.ucdp_actor_id,
    actors.acled_name,
    actors.cameo_code,
    actors.gwno,
    actors.country_iso3,
    actors.wikidata_qid,
    actors.parent_actor_id,
    parents.name as parent_name,
    parents.ucdp_actor_id as parent_ucdp_actor_id,
    parents.cameo_code as parent_cameo_code
from actors
left join actors as parents on parents.actor_id = actors.parent_actor_id
where actors.is_curated

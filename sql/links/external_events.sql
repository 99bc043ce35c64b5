-- One row per external event, with the actors that the crosswalk found for its sides.
select
    loading.* exclude (source_actor_id, target_actor_id),
    sources.actor_id as source_actor_id,
    targets.actor_id as target_actor_id
from loading
left join link_sides as sources
    on sources.dataset = loading.dataset and sources.external_id = loading.external_id and sources.side = 'source'
left join link_sides as targets
    on targets.dataset = loading.dataset and targets.external_id = loading.external_id and targets.side = 'target'

-- Who says how many? One row per event, outcome and claimant, parts and retellings within an article left out.
select
    events.date_start,
    events.title,
    claims.outcome,
    coalesce(claimants.name, claims.claimant_text, 'the article itself') as claimant,
    min(claims.count_low) as least,
    max(coalesce(claims.count_high, claims.count_best)) as greatest,
    count(*) as claim_count,
    count(distinct claims.article_id) as article_count,
    min(claims.asserted_on) as first_on,
    max(claims.asserted_on) as last_on
from casualties as claims
inner join events on events.event_id = claims.event_id
left join actors as claimants on claimants.actor_id = claims.claimant_actor_id
where claims.relation is distinct from 'subset_of'
group by events.event_id, events.date_start, events.title, claims.outcome, claimant
order by events.date_start, events.event_id, claims.outcome, claim_count desc, claimant

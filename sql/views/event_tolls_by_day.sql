-- One row per event, outcome, policy and day (`as_of`): the toll as the claims known by then give it, with the claims used and left out.
-- `ucdp`: least, best and greatest article total; best is the total most articles give, of equals the latest.
-- `acled`: one conservative number, the least; vague words stand for ACLED's numbers, and only where nobody gives a number.
-- `airwars`: least and greatest, with a grade: confirmed (an attacker says so), fair (two origins), weak (one), contested, discounted (none harmed).
with bests as (
    select
        as_of,
        event_id,
        outcome,
        best,
        row_number() over (
            partition by as_of, event_id, outcome
            order by count(*) desc, max(published_at) desc nulls last, best
        ) as place
    from toll_totals_by_day
    where best is not null
    group by as_of, event_id, outcome, best
),

spans as (
    select
        as_of,
        event_id,
        outcome,
        min(low) as low,
        max(coalesce(high, best)) as high,
        coalesce(min(acled) filter (where is_numbered), min(acled)) as acled,
        count(distinct article_id) as article_count,
        count(distinct origin) as origin_count
    from toll_totals_by_day
    group by as_of, event_id, outcome
),

grounds as (
    select
        claims.as_of,
        claims.event_id,
        claims.outcome,
        bool_or(claims.relation = 'disputes' and claims.left_out is null) as is_disputed,
        bool_or(claims.left_out is null and list_contains(events.source_actor_ids, claims.claimant_actor_id)) as is_admitted,
        list(claims.claim_id order by claims.claim_id) filter (where claims.left_out is null) as claims_used,
        list({'claim_id': claims.claim_id, 'reason': claims.left_out} order by claims.claim_id)
            filter (where claims.left_out is not null) as claims_left_out
    from toll_claims_by_day as claims
    left join events on events.event_id = claims.event_id
    group by claims.as_of, claims.event_id, claims.outcome
),

policies as (
    select unnest(['ucdp', 'acled', 'airwars']) as policy
)

select
    grounds.event_id,
    grounds.outcome,
    policies.policy,
    grounds.as_of,
    cast(case when policies.policy = 'acled' then spans.acled else least(spans.low, bests.best, spans.high) end as bigint) as low,
    cast(case policies.policy when 'ucdp' then bests.best when 'acled' then spans.acled end as bigint) as best,
    cast(case when policies.policy = 'acled' then spans.acled else spans.high end as bigint) as high,
    case
        when policies.policy != 'airwars' then null
        when spans.high = 0 then 'discounted'
        when grounds.is_disputed then 'contested'
        when grounds.is_admitted then 'confirmed'
        when spans.origin_count > 1 then 'fair'
        else 'weak'
    end as grade,
    spans.article_count,
    spans.origin_count,
    grounds.claims_used,
    grounds.claims_left_out
from grounds
cross join policies
left join spans
    on spans.event_id = grounds.event_id and spans.outcome = grounds.outcome and spans.as_of is not distinct from grounds.as_of
left join bests
    on bests.event_id = grounds.event_id
    and bests.outcome = grounds.outcome
    and bests.as_of is not distinct from grounds.as_of
    and bests.place = 1

-- One row per candidate with its score: the chance that the two are one event, given what else each of them may be.
-- The bits of the parts and the prior add up to odds; every other candidate of the event and of the row takes its claim, less what its own
-- other candidates claim of it (sum-product messages, two rounds).
-- Of datasets whose rows are reports, many may tell of one event, so rows do not take an event from each other.
with alone as (
    select
        parts.*,
        round(day_bits + place_bits + coalesce(type_bits, 0) + coalesce(actor_bits, 0) + coalesce(toll_bits, 0), 2) as evidence_bits,
        link_prior.prior_bits,
        pow(2, greatest(-30, least(30, evidence_bits + link_prior.prior_bits))) as odds,
        case when list_contains(link_settings.datasets_of_reports, parts.dataset) then 0 else 1 end as is_exclusive
    from link_parts as parts
    cross join link_prior
    cross join link_settings
),

first_events as (
    select *, odds / (1 + is_exclusive * others(odds, sum(exact(odds)) over (partition by dataset, event_id))) as event_claim
    from alone
),

first_rows as (
    select *, odds / (1 + others(event_claim, sum(exact(event_claim)) over (partition by dataset, external_id))) as row_claim
    from first_events
),

second_events as (
    select * replace (odds / (1 + is_exclusive * others(row_claim, sum(exact(row_claim)) over (partition by dataset, event_id))) as event_claim)
    from first_rows
),

claimed as (
    select
        *,
        (1 + others(event_claim, sum(exact(event_claim)) over (partition by dataset, external_id)))
        * (1 + is_exclusive * others(row_claim, sum(exact(row_claim)) over (partition by dataset, event_id))) as claims
    from second_events
)

select
    event_id, dataset, external_id, day_gap, distance_km, type_score, actor_score, toll_score,
    day_bits, place_bits, type_bits, actor_bits, toll_bits, evidence_bits, prior_bits,
    round(odds / (odds + claims), 4) as score
from claimed

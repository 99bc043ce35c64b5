-- One row per event, outcome, day and claim known by that day: whether a toll uses it (`left_out` is null) or why it does not.
-- `as_of` runs over the days on which something was claimed of the event, and is null where no article has a day.
with days as (
    select distinct event_id, outcome, asserted_on as as_of
    from casualties
    where event_id is not null and is_aggregate is not true
),

told as (
    select
        days.as_of,
        claims.event_id,
        claims.outcome,
        claims.claim_id,
        claims.article_id,
        claims.claimant_actor_id,
        coalesce(claims.claimant_actor_id, claims.claimant_text) as claimant,
        claims.relation,
        claims.related_claim_id,
        claims.qualifier,
        lower(claims.count_text) as count_words,
        claims.count_low,
        claims.count_best,
        claims.count_high,
        claims.asserted_on,
        articles.published_at,
        articles.duplicate_of,
        coalesce(articles.origin, articles.publisher, articles.publisher_domain, articles.article_id) as origin
    from days
    inner join casualties as claims
        on claims.event_id = days.event_id
        and claims.outcome = days.outcome
        and claims.is_aggregate is not true
        and (claims.asserted_on is null or days.as_of is null or claims.asserted_on <= days.as_of)
    inner join articles on articles.article_id = claims.article_id and articles.version = claims.version
),

-- A number is taken back by its own claimant, and with it what others handed on of it in that claimant's name.
taken_back as (
    select distinct old.as_of, old.claim_id
    from told as old
    inner join told as new
        on new.as_of is not distinct from old.as_of
        and new.relation = 'revises'
        and (
            new.related_claim_id = old.claim_id
            or (old.relation = 'repeats' and old.related_claim_id = new.related_claim_id and old.claimant is not distinct from new.claimant)
        )
)

select
    told.as_of,
    told.event_id,
    told.outcome,
    told.claim_id,
    told.article_id,
    told.origin,
    told.published_at,
    told.claimant,
    told.claimant_actor_id,
    told.relation,
    case when own.claim_id is not null and (told.relation = 'disputes' or bounds.is_other) then told.claim_id else '' end as voice,
    told.qualifier,
    told.count_words,
    told.count_low,
    coalesce(told.count_best, told.count_low) as count_best,
    told.count_high,
    case
        when told.duplicate_of is not null then 'syndicated copy'
        when told.relation = 'subset_of' then 'part of another claim'
        when told.relation = 'repeats' and own.claim_id is not null and not bounds.is_other then 'told before in the same article'
        when taken_back.claim_id is not null then 'revised by its claimant'
    end as left_out
from told
left join taken_back on taken_back.claim_id = told.claim_id and taken_back.as_of is not distinct from told.as_of
left join told as own
    on own.claim_id = told.related_claim_id
    and own.article_id = told.article_id
    and own.as_of is not distinct from told.as_of
-- Another claimant's number that does not contradict the first ("at least 16", "35") is a total of its own: neither a sum nor a retelling.
cross join lateral (
    select coalesce(
        told.relation = 'repeats' and told.qualifier != 'vague' and own.qualifier != 'vague'
        and told.claimant is distinct from own.claimant
        and coalesce(told.count_best, told.count_low) is distinct from coalesce(own.count_best, own.count_low),
        false
    ) as is_other
) as bounds

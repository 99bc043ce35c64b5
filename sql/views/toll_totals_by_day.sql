-- One row per event, outcome, day and article (or rival number in it): what its usable claims add up to.
-- A vague number counts as what its words imply, and alone gives no `best`; the `acled` number is what ACLED's codebook writes for those words.
with acled_words as (
    select words, persons
    from (values
        ('several', 3), ('a few', 3), ('few', 3), ('a handful', 3), ('some', 3), ('many', 3), ('numerous', 3), ('a number', 3),
        ('multiple', 3), ('various', 3), ('tens', 10), ('dozens', 12), ('scores', 20), ('hundreds', 100), ('thousands', 1000),
        ('tens of thousands', 10000), ('hundreds of thousands', 100000), ('millions', 1000000)
    ) as words_of_acled (words, persons)
),

numbered as (
    select
        claims.as_of,
        claims.event_id,
        claims.outcome,
        claims.article_id,
        claims.voice,
        claims.claim_id,
        claims.origin,
        claims.published_at,
        claims.qualifier,
        claims.count_low,
        claims.count_best,
        claims.count_high,
        case when claims.qualifier = 'vague' then coalesce(acled_words.persons, claims.count_low, 3) else claims.count_low end as acled_count
    from toll_claims_by_day as claims
    left join acled_words on acled_words.words = claims.count_words
    where claims.left_out is null
)

select
    as_of,
    event_id,
    outcome,
    article_id,
    voice,
    min(origin) as origin,
    min(published_at) as published_at,
    sum(count_low) as low,
    case when bool_or(qualifier != 'vague') then sum(count_best) end as best,
    case when count(count_high) = count(*) then sum(count_high) end as high,
    sum(acled_count) as acled,
    bool_or(qualifier != 'vague') as is_numbered,
    list(claim_id order by claim_id) as claim_ids
from numbered
group by as_of, event_id, outcome, article_id, voice

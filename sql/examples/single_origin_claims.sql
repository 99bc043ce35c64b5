-- Which numbers does only one origin carry? An origin is the agency credited, else the publisher; copies of an article are left out.
with carried as (
    select
        claims.event_id,
        claims.outcome,
        coalesce(claims.count_best, claims.count_low) as persons,
        coalesce(articles.origin, articles.publisher, articles.publisher_domain, articles.article_id) as origin,
        claims.claim_id,
        claims.evidence
    from casualties as claims
    inner join articles on articles.article_id = claims.article_id and articles.version = claims.version
    where claims.event_id is not null and articles.duplicate_of is null and claims.relation is distinct from 'subset_of'
        and coalesce(claims.count_best, claims.count_low) is not null
)

select
    events.date_start,
    events.title,
    carried.outcome,
    carried.persons,
    min(carried.origin) as only_origin,
    count(*) as claim_count,
    arg_min(carried.evidence, carried.claim_id) as evidence
from carried
inner join events on events.event_id = carried.event_id
group by events.event_id, events.date_start, events.title, carried.outcome, carried.persons
having count(distinct carried.origin) = 1
order by events.date_start, events.event_id, carried.outcome, carried.persons

-- Whose numbers contradict each other? One row per pair of claims that cannot both be true, with both sentences.
select
    events.date_start,
    events.title,
    later.outcome,
    coalesce(later_sides.name, later.claimant_text, articles.publisher) as disputing,
    later.count_text as disputing_count,
    coalesce(earlier_sides.name, earlier.claimant_text, earlier_articles.publisher) as disputed,
    earlier.count_text as disputed_count,
    later.evidence as disputing_evidence,
    earlier.evidence as disputed_evidence
from casualties as later
inner join casualties as earlier on earlier.claim_id = later.related_claim_id
inner join articles on articles.article_id = later.article_id and articles.version = later.version
inner join articles as earlier_articles on earlier_articles.article_id = earlier.article_id and earlier_articles.version = earlier.version
left join events on events.event_id = later.event_id
left join actors as later_sides on later_sides.actor_id = later.claimant_actor_id
left join actors as earlier_sides on earlier_sides.actor_id = earlier.claimant_actor_id
where later.relation = 'disputes'
order by events.date_start, later.claim_id

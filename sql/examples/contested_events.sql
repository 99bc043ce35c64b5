-- Which events are contested, and who stands where? One row per event and claimant, with what the claimant says of it.
select
    events.date_start,
    events.title,
    coalesce(claimants.name, mentions.claimant_text, 'the article itself') as claimant,
    mentions.stance,
    articles.publisher,
    mentions.evidence
from events
inner join event_mentions as mentions on mentions.event_id = events.event_id
inner join articles on articles.article_id = mentions.article_id and articles.version = mentions.version
left join actors as claimants on claimants.actor_id = mentions.claimant_actor_id
where events.status = 'contested'
order by events.date_start, events.event_id, mentions.stance, articles.published_at, mentions.mention_id

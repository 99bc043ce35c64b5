-- Who accused whom, of what, how often and since when? Accusations are mentions told with the stance `accused`.
select
    coalesce(claimants.name, mentions.claimant_text) as accuser,
    accused.name as accused,
    mentions.event_type as accused_of,
    count(*) as mention_count,
    count(distinct mentions.article_id) as article_count,
    min(articles.published_at) as first_published_at,
    arg_min(mentions.evidence, (articles.published_at, mentions.mention_id)) as first_evidence
from event_mentions as mentions
inner join articles on articles.article_id = mentions.article_id and articles.version = mentions.version
left join actors as claimants on claimants.actor_id = mentions.claimant_actor_id
left join actors as accused on accused.actor_id = mentions.source_actor_id
where mentions.stance = 'accused'
group by all
order by mention_count desc, accuser, accused, accused_of

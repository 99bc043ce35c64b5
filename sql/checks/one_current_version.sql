-- An article has one current version, its latest: rows are articles with none, several, or another.
select article_id, count(*) filter (where is_current) as current_versions, max(version) as latest
from articles
group by article_id
having current_versions != 1 or max(version) filter (where is_current) != latest

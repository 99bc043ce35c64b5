-- One row per claim and stretch of time in which it stood so: the current claims and those that changed or left.
-- As of a moment t: where recorded_at <= t and (superseded_at is null or superseded_at > t).
select
    claim_id, event_id, mention_id, article_id, version, sentence_index, span_start, span_end, evidence,
    count_text, count_start, count_end, outcome, count_low, count_best, count_high, qualifier,
    victim_group, victim_age_sex, victim_text, victim_country_iso3, victim_country_negated, victim_actor_id,
    claimant_text, claimant_actor_id, via_text, asserted_on, relation, related_claim_id, is_aggregate,
    recorded_at, run_id, cast(null as timestamptz) as superseded_at, cast(null as varchar) as change
from casualties
union all
select
    claim_id, event_id, mention_id, article_id, version, sentence_index, span_start, span_end, evidence,
    count_text, count_start, count_end, outcome, count_low, count_best, count_high, qualifier,
    victim_group, victim_age_sex, victim_text, victim_country_iso3, victim_country_negated, victim_actor_id,
    claimant_text, claimant_actor_id, via_text, asserted_on, relation, related_claim_id, is_aggregate,
    recorded_at, run_id, superseded_at, change
from casualties_log

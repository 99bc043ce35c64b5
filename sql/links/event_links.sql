-- One row per candidate whose score reaches the threshold, with the parts of the score.
select
    scores.event_id, scores.dataset, scores.external_id, scores.score, scores.day_gap, scores.distance_km,
    scores.type_score, scores.actor_score, scores.toll_score,
    scores.day_bits, scores.place_bits, scores.type_bits, scores.actor_bits, scores.toll_bits, scores.evidence_bits, scores.prior_bits,
    scores.score >= max(scores.score) over (partition by scores.dataset, scores.event_id)
    and scores.score >= max(scores.score) over (partition by scores.dataset, scores.external_id) as is_best
from link_scores as scores
cross join link_window
qualify scores.score >= any_value(link_window.threshold) over ()
order by scores.dataset, scores.external_id, scores.event_id

"""A number of all who died in a deed, told after one of them: "killed a commander in a strike. ... 14 people were killed in the strike"."""

from __future__ import annotations

import re
from typing import Any

from transforms.casualties.whom import is_of_anybody

Row = dict[str, Any]
# What points back to the deed told before.
IN_THE_DEED = re.compile(
    r"\b(?:killed|dead|died|lives)\b.* in the (?:\w+ )?(?:strike|attack|raid|bombing|blast|shooting|assault|shelling|explosion)\b",
    re.IGNORECASE,
)


def is_total_after(total: Row, one: Row) -> bool:
    """Return whether a claim counts, in a later sentence of its article, all who died in the deed in which another tells of one."""
    if total["article_id"] != one["article_id"] or total["outcome"] != one["outcome"] or one.get("is_part"):
        return False
    is_later = (total.get("sentence_index") or 0) > (one.get("sentence_index") or 0)
    is_more = one["count_best"] == 1 and (total["count_best"] or total["count_low"] or 0) > 1 and total["qualifier"] != "vague"
    return is_later and is_more and is_of_anybody(total) and IN_THE_DEED.search(total.get("evidence") or "") is not None

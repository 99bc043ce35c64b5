"""Near-duplicate articles: syndicated copies and rewrites that share most of their wording."""

from transforms.duplicates.near import COPY_DAYS, near_duplicates
from transforms.duplicates.signature import bands

__all__ = ["COPY_DAYS", "bands", "near_duplicates"]

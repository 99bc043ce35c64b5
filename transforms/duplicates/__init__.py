"""Near-duplicate articles: syndicated copies and rewrites that share most of their wording."""

from transforms.duplicates.near import near_duplicates
from transforms.duplicates.signature import signature

__all__ = ["near_duplicates", "signature"]

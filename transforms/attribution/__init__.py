"""Attribution: whose claim each stretch of text is."""

from transforms.attribution.find import claimant_at, find_attributions

__all__ = ["claimant_at", "find_attributions"]

"""Joins with other datasets: their files as published become rows of `external_events`, and scored links to events."""

from warehouse.link.link import LinkResult, link_file, relink

__all__ = ["LinkResult", "link_file", "relink"]

"""Date expressions of an article, with the days they mean and what those days were counted from."""

from transforms.dates.mentions import find_dates

__all__ = ["find_dates"]

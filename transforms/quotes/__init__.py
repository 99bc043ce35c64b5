"""Quotes: who said what, word for word and in report."""

from transforms.quotes.find import find_quotes

__all__ = ["find_quotes"]

"""Quotes: who said what, word for word and in report."""

from transforms.quotes.find import find_quotes
from transforms.quotes.set_aside import set_aside

__all__ = ["find_quotes", "set_aside"]

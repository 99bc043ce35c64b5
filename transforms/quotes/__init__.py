"""Quotes: who said what, word for word and in report."""

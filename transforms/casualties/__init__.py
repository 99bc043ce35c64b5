"""Claims about people harmed: who, how many, how exactly, by whose word, and how the claims relate."""

from transforms.casualties.claims import find_casualties

__all__ = ["find_casualties"]

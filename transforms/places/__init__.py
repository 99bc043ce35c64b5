"""Place names in a text, and where they are."""

from transforms.places.find import find_places
from transforms.places.gazetteer import load_gazetteer

__all__ = ["find_places", "load_gazetteer"]

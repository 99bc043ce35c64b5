"""Raw records into cleaned articles: repaired text without page furniture, with title, publisher, byline, language, day and agency."""

from transforms.normalize.article import normalize, set_aside

__all__ = ["normalize", "set_aside"]

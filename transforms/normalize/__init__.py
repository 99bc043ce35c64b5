"""Raw records into cleaned articles: repaired text without page furniture, with title, publisher, byline, language, day and agency."""

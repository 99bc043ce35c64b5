"""Place names in a text, and where they are."""

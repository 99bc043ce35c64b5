"""Who is meant: every mention of an actor, curated or found, resolved over the article."""

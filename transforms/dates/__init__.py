"""Date expressions of an article, with the days they mean and what those days were counted from."""

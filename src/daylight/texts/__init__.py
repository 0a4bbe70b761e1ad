"""Articles as clean documents: read, stripped of page furniture, cut into sentences."""

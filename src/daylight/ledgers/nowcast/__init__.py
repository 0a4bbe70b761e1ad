"""Items past the end of their sources: what they were, how such pairs went on, and the ledgers."""

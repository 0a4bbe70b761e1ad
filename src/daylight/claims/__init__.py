"""What a text claims: who, about whom, what and when, and how far the writer stands behind it."""

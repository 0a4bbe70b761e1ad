"""Which blocs two states share, and which only one of them belongs to."""

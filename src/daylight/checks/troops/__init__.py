"""Claims about how many troops of a state are in another."""

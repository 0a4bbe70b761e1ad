"""How far the members of a bloc lean on one of them, vote alike, and trade with each other."""

"""Leaders of states to 2015: who led, from when to when, and how each came and went."""

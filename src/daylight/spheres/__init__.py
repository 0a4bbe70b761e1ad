"""How far a power's sphere reaches: which states it draws, by what, and who else draws them."""

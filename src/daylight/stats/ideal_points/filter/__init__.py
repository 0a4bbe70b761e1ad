"""One-sided positions: each period from the votes cast up to its end, none from later ones."""

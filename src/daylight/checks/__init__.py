"""Whether what a text claims is so, decided by questions to the atlas."""

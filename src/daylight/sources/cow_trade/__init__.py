"""Correlates of War dyadic and national trade, 1870-2014, with its false zeros taken out."""

"""Multinational military exercises and who took part in them, 1980 to 2010."""

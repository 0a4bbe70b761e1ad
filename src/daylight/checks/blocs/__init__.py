"""Claims about blocs: who belongs, joins, leaves or waits, how many, since when, around whom."""

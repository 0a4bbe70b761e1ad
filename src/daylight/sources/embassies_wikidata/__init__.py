"""Embassies of nearly all states at one day, November 2022, as Wikidata lists them."""

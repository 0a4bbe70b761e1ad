"""Dated shocks that tested a tie of two states, made by hand with citations."""

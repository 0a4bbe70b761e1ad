"""Attempts to part two states, made by hand with citations."""

"""Positions of states: ideal points from UN votes, read from the atlas or estimated anew."""

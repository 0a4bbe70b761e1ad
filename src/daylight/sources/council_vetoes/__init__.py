"""Vetoes in the Security Council: who cast them, from 1946 to July 2022."""

"""Whole columns of names and codes: every label to one state, or the reason why not."""

"""Ties of all pairs, what gives way in them, and breaks: the outcome that resilience is about."""

"""What it would take for an outside power to pull two states apart."""
"""Attempts to part two states: the nearest ones, what came of them, and what was offered."""

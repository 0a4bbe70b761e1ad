"""UNCTAD's investment treaties as of February 2026: bilateral ones, with their dates."""

"""Whom a state is tied to, and who leans on whom."""

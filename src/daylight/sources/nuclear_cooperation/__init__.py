"""Agreements on civil nuclear cooperation between two states, by year of signature."""

"""Visa rules of every state for the citizens of every other, from the Passport Index."""

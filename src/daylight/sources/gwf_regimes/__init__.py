"""Regimes of states: who may choose the leaders, from when to when."""

"""How tightly two states are tied, by dimension, against all other pairs."""

"""From sources to a new atlas."""

"""The table of trade: flows, GDP, and what is left unknown."""

"""Electoral democracy of each state and year, from V-Dem."""

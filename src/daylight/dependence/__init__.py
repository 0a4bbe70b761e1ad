"""Who leans on whom: trade, energy and arms of each ordered pair, and what misleads in them."""

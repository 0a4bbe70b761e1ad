"""States, dates, estimates, statuses and errors: what everything else speaks in."""

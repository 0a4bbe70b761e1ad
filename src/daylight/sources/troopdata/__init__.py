"""United States troops by country and year, from reports of the Department of Defense."""

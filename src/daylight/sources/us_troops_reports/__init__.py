"""United States troops by country from the quarterly reports, to the end of 2025."""

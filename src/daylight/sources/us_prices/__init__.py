"""Consumer prices in the United States, 1870-2025."""

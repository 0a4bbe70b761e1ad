"""GDP at the official exchange rate (CIA World Factbook), 2023 or 2024."""

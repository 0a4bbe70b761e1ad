"""GDP in current US dollars and population (World Bank, July 2026), 2019-2024."""

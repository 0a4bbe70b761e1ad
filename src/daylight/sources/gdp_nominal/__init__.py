"""GDP at market prices in current US dollars (World Bank), 1960-2023."""

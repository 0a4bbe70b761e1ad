"""UNCTAD bilateral foreign direct investment: stocks by reporter and partner, 2001-2012."""

"""Who came to power in each state: leaders, and regimes."""

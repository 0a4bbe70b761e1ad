"""How a tie held under past shocks, and how often such ties break."""

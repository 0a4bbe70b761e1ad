"""How strongly each state is drawn to each other: by arms, in politics, in trade."""

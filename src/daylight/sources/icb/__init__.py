"""International Crisis Behavior: pairs of states in a crisis with each other, year by year."""

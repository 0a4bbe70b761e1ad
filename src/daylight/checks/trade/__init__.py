"""Claims about goods traded and about economies, in dollars with their range."""

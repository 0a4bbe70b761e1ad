"""State system membership, and the numbers that two code books give the same state."""

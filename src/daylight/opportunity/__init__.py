"""What size, distance and borders let expect of two states, and how much more or less there is."""

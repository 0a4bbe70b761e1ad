"""What is measured of a triad: how often such ties broke, under which conditions, who leans."""

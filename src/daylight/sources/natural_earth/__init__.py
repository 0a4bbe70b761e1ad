"""Natural Earth: the shapes of countries for a small map, and whose each shape is from when."""

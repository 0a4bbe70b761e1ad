"""Direct Contiguity of COW: which states share a border, or near waters, and from when to when."""

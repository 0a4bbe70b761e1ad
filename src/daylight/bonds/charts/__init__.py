"""The charts of a bond."""

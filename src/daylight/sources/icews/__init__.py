"""ICEWS coded events, from the files that the user downloads."""

"""COW Intergovernmental Organizations 3.0: which states were members of which, year by year."""

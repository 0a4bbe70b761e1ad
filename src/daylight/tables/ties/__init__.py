"""The tables of coded ties: what the `ties.py` of the sources make, in one layout."""

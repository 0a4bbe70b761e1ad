"""Calls for help within blocs and how they were answered, curated with one citation a row."""

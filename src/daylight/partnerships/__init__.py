"""A state's closest, most hostile and most lopsided relations."""

"""Who said what and who met whom, when and where, and the places where it happens, with citations."""

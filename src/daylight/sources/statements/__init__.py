"""Who said what, who met whom, and the places where it happens, with one citation a row."""

"""One result tree, shown in a terminal, as a page, and as JSON."""

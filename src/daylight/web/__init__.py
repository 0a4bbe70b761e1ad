"""The explorer: every answer as a page with a dated address, from a server on this machine."""

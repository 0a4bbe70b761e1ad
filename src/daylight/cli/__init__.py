"""The command line: thin layers over the API."""

"""The command line: thin layers over the API, one module for each group of commands."""

from __future__ import annotations

from daylight.cli.main import main

__all__ = ["main"]

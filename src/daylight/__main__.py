"""``python -m daylight`` is the command line."""

from __future__ import annotations

from daylight.cli import main

main()

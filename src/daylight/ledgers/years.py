"""The years that the ledgers cover."""

from __future__ import annotations

FIRST, LAST = 1946, 2025

"""Makes the helper of this folder importable in the folders below it."""

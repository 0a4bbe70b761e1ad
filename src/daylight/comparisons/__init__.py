"""Several ties side by side."""

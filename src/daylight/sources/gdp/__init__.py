"""GDP and population of all states since 1816 with their uncertainty (Fariss and others 2022)."""

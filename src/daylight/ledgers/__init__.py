"""Six ledgers of each pair and year in fixed points: cooperation and conflict, never netted."""

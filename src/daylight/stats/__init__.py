"""Pure functions of arrays: similarity, intervals, ranks. Nothing here reads a file."""

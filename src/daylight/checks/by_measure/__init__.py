"""Claims that are decided by the measure that they name: amounts, comparisons, changes, records."""

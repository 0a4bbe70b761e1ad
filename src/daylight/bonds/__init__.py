"""What binds two states and what sets them against each other: ledgers, relationship, facts."""

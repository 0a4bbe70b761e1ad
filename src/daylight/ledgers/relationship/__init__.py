"""Where two states stand to each other on the field's peace scale, from their ledgers."""

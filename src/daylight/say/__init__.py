"""How anything is said to people: numbers, absence, words, dates, lines for a terminal."""

"""What the words of a claim come to: its time, its two states, its number, its direction."""

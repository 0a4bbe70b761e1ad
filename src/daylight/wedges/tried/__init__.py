"""What was tried: attempts of the past, and the contest for the recognition of China."""

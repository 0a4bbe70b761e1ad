"""What would have to be true: bids in a scenario of the reader, and what follows from them."""

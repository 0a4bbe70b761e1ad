"""What tested a tie: one module an origin, each from a table to events."""

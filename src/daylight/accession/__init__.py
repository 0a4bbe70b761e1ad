"""Who is next: how likely states outside a bloc are to join it, and members to leave it."""

"""What is known of two states, newest first: the dated facts that bind or divide them."""

"""What writers say when they claim something: one file for each kind."""

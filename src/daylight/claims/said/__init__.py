"""What writers say when they claim something: one module for each kind."""

"""What makes the tables of the atlas: one module or folder a family, each with its steps."""

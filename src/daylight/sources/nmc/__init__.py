"""National Material Capabilities: six yearly components and their index, state by state."""

"""The charts of a divergence."""

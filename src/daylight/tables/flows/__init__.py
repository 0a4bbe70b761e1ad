"""Goods traded between all states since 1946, flow by flow, each with its source and status."""

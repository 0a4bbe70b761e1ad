"""Frames of pairs and years with the measures asked for."""

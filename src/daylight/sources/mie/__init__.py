"""Militarized Interstate Events: threats, displays and uses of force by one state on another."""

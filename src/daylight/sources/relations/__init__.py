"""Diplomatic relations broken, downgraded, restored or opened, and peace treaties, dated."""

"""What it would take for an outside power to pull two states apart."""

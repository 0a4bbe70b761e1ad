"""Repeated resolutions of the UN General Assembly, matched by the authors of the ideal points."""

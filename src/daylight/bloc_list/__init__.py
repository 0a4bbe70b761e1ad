"""Every bloc of the list on a date."""

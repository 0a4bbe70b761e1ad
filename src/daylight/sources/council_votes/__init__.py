"""Votes of the members of the Security Council on adopted resolutions, from 2000."""

"""Ties that were, at some time, like one."""

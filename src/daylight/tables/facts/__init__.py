"""Dated facts of two states: one module a group of sources, each from its tables to rows."""

"""Promises, agreements, force and troops between two states from 2015, one citation a row."""

"""Dated membership spells of blocs, curated with one citation a row."""

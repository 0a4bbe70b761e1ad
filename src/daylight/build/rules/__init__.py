"""Rules that every table of an atlas keeps: one declared rule for each kind of fault.

What a column may hold is declared with its table (:class:`daylight.store.schemas.Table`). A build
holds every table against the rules before it commits, and ``daylight atlas verify`` says what
each found.
"""

"""Limits on what users hand to Daylight, all in one place: files, packed files, texts.

They are above what real sources need (the largest file is a year of ICEWS, some 300 MB by its
260 bytes an event; the widest table has 134 columns), and low enough for 4 GB of memory.
"""

from __future__ import annotations

FILE = 2**29
"""Bytes of one file, and of one file unpacked: 512 MiB."""
TABLE = 2**24
"""Bytes of a table that is read cell by cell, of which real ones have at most 4 MB: an export of
the SIPRI register, or published ideal points. 16 MiB."""
SMALL = 2**26
"""Bytes (64 MiB) up to which a packed file may unpack to any multiple of its size."""
RATIO = 200
"""Bytes unpacked for each byte packed, above 64 MiB. Daily files of events have 7."""
MEMBERS = 1_000
"""Files within one packed file."""
FILES = 10_000
"""Files and folders below a folder that is given for a source."""
COLUMNS = 5_000
"""Columns of a table."""
CELLS = 250_000_000
"""Rows times columns of a Parquet file, which may hold far more than its bytes let expect."""
CELL = 131_072
"""Characters of one cell of a CSV file; the limit of Python's own reader."""
MANIFEST = 2**24
"""Bytes of a manifest, or of the record of what builds wrote: 16 MiB."""
QUERY = 100_000
"""Characters of an SQL query. The engine crashed on one of 1,100,000 that joins 100,000 tables, and
planned one of 2,200,000 for a minute and a half, which no time limit cuts short."""
QUOTED = 120
"""Characters of a value that a message quotes."""

"""One query in a process of its own, which may not take more than its time and memory.

``python -m daylight.web.query`` reads SQL from standard input and writes CSV, or one line of JSON
with the error and exit code 1.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from io import StringIO

from daylight.core.errors import BadQuery, DaylightError, OverLimit

SECONDS = 5.0
"""Time of a query; its process is stopped a little later, whatever it does."""
START = 10.0
"""Seconds that a process may need to begin and end."""
MEMORY = 3 * 2**30
"""Bytes of addresses that the process may use."""
ROWS = 1_000
"""Rows of a result that are sent back."""
LONGEST = 20_000
"""Characters of a query."""
BYTES = 4 * 2**20
"""Bytes of a result that are read."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave, every value as text.

    Attributes
    ----------
    heads : tuple of str
    rows : tuple of tuple of str
    more : bool
        Whether there are more rows than are here.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: bool


def queried(query: str) -> Result:
    """Run a query in a process of its own.

    Raises
    ------
    BadQuery
        When it is too long, or cannot be run.
    OverLimit
        When it took more time or memory than it may.
    """
    if len(query) > LONGEST:
        raise BadQuery(
            f"The query has {len(query):,} characters, at most {LONGEST:,} are run here; make it "
            "shorter, or use `daylight sql`."
        )
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__], input=query.encode("utf-8", "replace"),
            capture_output=True, timeout=SECONDS + START, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise OverLimit(f"The query took more than {SECONDS:g} seconds; ask for less.") from None
    if done.returncode == 1:
        told = json.loads(done.stdout)
        raise (OverLimit if told["over"] else BadQuery)(told["message"])
    if done.returncode:
        raise OverLimit("The query took more memory than it may; ask for less.")
    rows = [tuple(row) for row in csv.reader(StringIO(done.stdout.decode()))]
    return Result(rows[0], tuple(rows[1 : ROWS + 1]), len(rows) > ROWS + 1)


def main() -> None:
    """Run the query on standard input."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows, where only the engine's own limit holds

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    from daylight.store.atlas import current

    query = sys.stdin.buffer.read().decode("utf-8", "replace")
    try:
        frame = current().sql(query, SECONDS, flat=True)
        text = frame.head(ROWS + 1).write_csv()
        if len(text) > BYTES:
            raise OverLimit(f"The result has more than {BYTES:,} bytes; ask for fewer columns.")
    except DaylightError as error:
        print(json.dumps({"message": str(error), "over": isinstance(error, OverLimit)}))
        sys.exit(1)
    sys.stdout.write(text)


if __name__ == "__main__":
    main()

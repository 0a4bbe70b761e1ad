"""Parts of pages: blocs, issues, covered years and holes."""

from __future__ import annotations

from daylight.measures.issues import ISSUES
from daylight.store.atlas import current

from .markdown import grid

FIRST_NAMED = ("vote_kappa", "alliance_support", "trade_share", "shared_blocs", "disputes",
               "sanctions", "relationship", "military_cooperation")  # fmt: skip


def bloc_list() -> str:
    """List the blocs with kind, reach, whether they count in numbers, and dates."""
    book = current()
    rows = book.rows("blocs", "true ORDER BY bloc")
    columns = (
        rows[c].tolist() for c in ("bloc", "name", "kind", "reach", "ties", "founded", "ended")
    )
    return grid(
        ("bloc", "name", "kind", "reach", "ties", "from", "to"),
        [tuple(cell or "" for cell in row) for row in zip(*columns, strict=True)],
    )


def issue_list() -> str:
    """List the six issues with how many votes they had."""
    book = current()
    rows = [
        (code, name, f"{book.held(code, 1946, 2020):,}", f"{book.held(code, 2021, 2026):,}")
        for code, name in ISSUES.items()
    ]
    rows.append(("all", "all votes", f"{book.held('all', 1946, 2020):,}",
                 f"{book.held('all', 2021, 2026):,}"))  # fmt: skip
    return grid(("code", "name", "votes 1946-2020", "votes 2021-2026"), rows)


def coverage_list() -> str:
    """List the covered years of some measures."""
    spans = current().spans()
    rows = [(f"`{name}`", spans[name][0], spans[name][1]) for name in FIRST_NAMED]
    return grid(("measure", "first year", "last year"), rows)


def holes_list() -> str:
    """Count the declared holes of trade by reason."""
    rows = current().rows("holes", "\"table\" = 'trade'")
    found: dict[str, list[tuple[int, int]]] = {}
    for reason, start, end in zip(*(rows[c].tolist() for c in ("reason", "start", "end")),
                                  strict=True):  # fmt: skip
        found.setdefault(reason, []).append((int(start), int(end)))
    return grid(
        ("years", "reason"),
        [(f"{min(s for s, _ in v)}-{max(e for _, e in v)}", k) for k, v in sorted(found.items())],
    )

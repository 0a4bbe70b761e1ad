"""Examine the scales of UN votes, and write the figures of docs/methods/ideal-points.md.

``DAYLIGHT_MIRROR=FOLDER python benchmarks/votes_exam.py`` reads the votes, takes the positions of
the atlas in use, fits again without a tenth of the votes (five minutes on one core, two of them
for the baseline in two dimensions), writes docs/methods/votes-figures.json and fills the marked
blocks of the page and of docs/reproduce.md. ``--page`` only fills the pages. ``--published FOLDER``
adds a column of published scales that you have downloaded: ``FOLDER/me.csv`` and so on, in the
layout of the authors' files.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from filled import fill
from threadpoolctl import threadpool_limits
from votes_heldout import heldout
from votes_pages import LAST_PUBLISHED, PAGES, SEEN, blocks
from votes_spans import Points, likeness, spans

from daylight.measures.issues import ISSUES
from daylight.positions.published import published
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.stats.ideal_points import VoteData, bridged
from daylight.store.atlas import Atlas, current
from daylight.tables.positions.ideal_points import vote_data
from daylight.tables.positions.issue_points import scales
from daylight.tables.votes.ballots import join
from daylight.tables.votes.repeats import with_repeats

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "docs" / "methods" / "votes-figures.json"


def votes() -> tuple[VoteData, dict[str, Any]]:
    """Return the votes and which of them each scale is of."""
    log = IssueLog("exam")
    un = load("un_votes_resolutions").tables
    tables = join(load("un_votes_voeten").tables, un, log)
    calls, ballots = tables["rollcalls"], tables["ballots"]
    known = load("un_votes_matches").tables["matches"]
    matches = with_repeats(known, calls, un["texts"], log)
    data = vote_data(calls, ballots, matches, "all", "years", log)
    pairs = (matches["later"].to_numpy(), matches["earlier"].to_numpy())
    linked = bridged(calls["item"].to_numpy(), *pairs)
    return data, scales(calls.with_columns(linked=linked), data)


def stored(atlas: Atlas, issue: str, kind: str) -> Points:
    """Return the positions of the atlas on one scale."""
    rows = atlas.rows("ideal_points", "votes = 'all' AND kind = ? AND issue = ?", (kind, issue))
    cow, year = (rows[name].astype(np.int64) for name in ("cow", "year"))
    return Points(cow, year, rows["theta"].astype(np.float64))


def figures(atlas: Atlas, folder: Path | None) -> dict[str, Any]:
    """Run the exam on an atlas."""
    data, masks = votes()
    out: dict[str, Any] = {"atlas": atlas.manifest.id, "issues": {}, "seen": {}}
    whole = {kind: stored(atlas, "all", kind) for kind in ("smoothed", "filtered")}
    out["all"] = {
        str(first): likeness(data, whole["smoothed"], first, last) for first, last in spans(data)
    }
    for issue in ISSUES:
        mine = data.where(masks[issue])
        own = {kind: stored(atlas, issue, kind) for kind in whole}
        theirs = _published(folder, issue)
        out["issues"][issue] = {
            str(first): {
                "calls": len(np.unique(mine.item[_within(mine, first, last)])),
                "own": likeness(mine, own["smoothed"], first, last),
                "to_date": likeness(mine, own["filtered"], first, last),
                "all": likeness(mine, whole["smoothed"], first, last),
                "published": None if theirs is None else likeness(mine, theirs, first, last),
            }
            for first, last in spans(mine)
        }
        out["seen"][issue] = {
            str(first): likeness(mine, own["smoothed"], first, min(first + 5, LAST_PUBLISHED))
            for first in SEEN.get(issue, ())
        }
    out["heldout"] = heldout(data, {name: masks[name] for name in ISSUES})
    return out


def _calls(votes: VoteData) -> int:
    """Count roll calls: a repeated text counts once in each year."""
    return len(np.unique(np.stack([votes.item, votes.period]), axis=1).T)


def _within(votes: VoteData, first: int, last: int) -> Any:
    return (votes.period >= first) & (votes.period <= last)


def _published(folder: Path | None, issue: str) -> Points | None:
    if folder is None or not (folder / f"{issue}.csv").exists():
        return None
    rows = published(folder / f"{issue}.csv", "all", issue)
    return Points(
        rows["cow"].to_numpy(), rows["session"].to_numpy() + 1945, rows["theta"].to_numpy()
    )


def main() -> None:
    """Write the figures and fill the pages."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--page", action="store_true")
    given.add_argument("--published", type=Path)
    chosen = given.parse_args()
    if not chosen.page:
        with threadpool_limits(1):
            made = figures(current(), chosen.published)
        FIGURES.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    made = json.loads(FIGURES.read_text("utf-8"))
    filled = blocks(made)
    for name in PAGES:
        page = ROOT / "docs" / name
        page.write_text(fill(page.read_text("utf-8"), filled), "utf-8")


if __name__ == "__main__":
    main()

"""Draw proposed pairs of repeated resolutions that nobody has judged yet, as CSV.

``DAYLIGHT_MIRROR=FOLDER python tests/tables/draw_repeats.py SEED``. The rows of
``repeats_judged.csv`` were drawn with the seeds 20260710 and 20260711 and then judged by hand.
The source of titles and votes is the United Nations.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.tables.votes.ballots import join
from daylight.tables.votes.repeats import repeats

SIZE, TITLE = 120, 70
JUDGED = Path(__file__).parent / "repeats_judged.csv"


def proposed() -> pl.DataFrame:
    """Return all pairs with symbols, a shortened title and the outcome of both votes."""
    un = load("un_votes_resolutions").tables
    joined = join(load("un_votes_voeten").tables, un, IssueLog("draw"))
    calls, cast = joined["rollcalls"], joined["ballots"]
    counts = [(pl.col("vote") == vote).sum() for vote in (1, 3, 2)]
    tally = cast.group_by("item").agg(pl.concat_str(counts, separator="-").alias("votes"))
    about = calls.join(tally, on="item").select("item", "symbol", "title", "votes")
    later = repeats(calls, un["texts"]).join(
        about, left_on="later", right_on="item", maintain_order="left"
    )
    return later.join(
        about, left_on="earlier", right_on="item", suffix="_earlier", maintain_order="left"
    ).select(
        later="symbol",
        earlier="symbol_earlier",
        title=pl.col("title").str.slice(0, TITLE),
        votes_later="votes",
        votes_earlier="votes_earlier",
    )


if __name__ == "__main__":
    judged = pl.read_csv(JUDGED)
    left = proposed().join(judged, on=["later", "earlier"], how="anti", maintain_order="left")
    sys.stdout.write(left.sample(SIZE, seed=int(sys.argv[1]), shuffle=True).write_csv())

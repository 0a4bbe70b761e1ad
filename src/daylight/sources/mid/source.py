"""From Militarized Interstate Disputes 5.0 to dated participants of disputes and incidents."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog
from daylight.sources.mid.read import check_values, days, read_csv

DISPUTES, PARTICIPANTS, INCIDENTS = "MIDA 5.0.csv", "MIDB 5.0.csv", "MIDIP 5.0.csv"
LEVELS = (1, 5)
"""No act of its own, threat, display of force, use of force, war."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return who took part in which dispute and in which incident, on which side, and when.

    Parameters
    ----------
    files : mapping of str to bytes
        ``MIDA 5.0.csv`` (disputes), ``MIDB 5.0.csv`` (participants), ``MIDIP 5.0.csv``
        (participants of incidents, in disputes that touch 1993 or later).
    log : IssueLog
        Receives how many dates were not known to the day.

    Returns
    -------
    dict of str to DataFrame
        ``participants``: dispute, cow, side_a, start, end, level; a state that left and came
        back has a row for each time. ``incident_participants``: the same, with incident.

    Raises
    ------
    SourceChanged
        On an unknown code or value, another release, or when the files contradict each other.
    """
    participants = _side(files, PARTICIPANTS, "sidea", {}, log)
    incidents = _side(files, INCIDENTS, "insidea", {"incidnum": "incident"}, log)
    _check_disputes(read_csv(files[DISPUTES], DISPUTES, ("dispnum", "hostlev")), participants, log)
    strange = incidents.join(participants, on=["dispute", "cow"], how="anti")
    if len(strange):
        raise SourceChanged(
            f"mid: state {strange['cow'][0]} is in an incident of dispute "
            f"{strange['dispute'][0]} and not in the dispute; check that the files belong together."
        )
    return {"participants": participants, "incident_participants": incidents}


def _side(
    files: Mapping[str, bytes], file: str, side: str, more: dict[str, str], log: IssueLog
) -> pl.DataFrame:
    dates = [f"{end}{part}" for end in ("st", "end") for part in ("day", "mon", "year")]
    raw = read_csv(files[file], file, ("dispnum", "ccode", side, *dates, "hostlev", *more))
    check_values(raw, file, "ccode", [state.cow for state in all_states()])
    check_values(raw, file, side, [0, 1])
    check_values(raw, file, "hostlev", range(LEVELS[0], LEVELS[1] + 1))
    dated = days(raw, file, log)
    return dated.select(
        pl.col("dispnum").cast(pl.Int32).alias("dispute"),
        *(pl.col(theirs).cast(pl.Int32).alias(ours) for theirs, ours in more.items()),
        pl.col("ccode").cast(pl.Int16).alias("cow"),
        (pl.col(side) == 1).alias("side_a"),
        "start",
        "end",
        pl.col("hostlev").cast(pl.Int8).alias("level"),
    ).sort(pl.all())


def _check_disputes(disputes: pl.DataFrame, participants: pl.DataFrame, log: IssueLog) -> None:
    """Raise where disputes have no participants, or only one side; note unlike levels."""
    found = participants.group_by("dispute").agg(
        pl.col("side_a").n_unique().alias("sides"), pl.col("level").max()
    )
    whole = disputes.join(found, left_on="dispnum", right_on="dispute", how="full", coalesce=True)
    bad = whole.filter((pl.col("sides") != 2).fill_null(True) | pl.col("hostlev").is_null())
    if len(bad):
        raise SourceChanged(
            f"mid: dispute {bad['dispnum'][0]} does not have two sides in both {DISPUTES} and "
            f"{PARTICIPANTS}; check that the files are of one release."
        )
    unlike = whole.filter(pl.col("hostlev") != pl.col("level"))
    log.note(
        "dispute whose own hostility level is not the highest of its participants; "
        "the participants count",
        len(unlike),
    )

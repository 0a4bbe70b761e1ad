"""The question which blocs there are on a date."""

from __future__ import annotations

from collections import Counter
from datetime import date

from daylight.bloc_list.records import Blocs, Listed
from daylight.bloc_list.view import VIEW
from daylight.cohesion.spells import Row, holds
from daylight.core.partial import PartialDate
from daylight.core.refs import ref_of
from daylight.core.request import Request, dated, request
from daylight.core.said import Caveat, Finding, Summary
from daylight.measures.memberships import MEMBER
from daylight.say.dates import day as written
from daylight.say.lines import counted
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes
from daylight.store.rows import rows_of


@dated
def blocs(
    as_of: str | int | date | None = None, ended: bool = False, atlas: Atlas | None = None
) -> Blocs:
    """Return every bloc of the list on a date.

    Parameters
    ----------
    as_of : str, int or date, optional
        Date to answer for; the newest by default.
    ended : bool
        With those that had ended by then.
    atlas : Atlas, optional
        The atlas in use by default.

    Raises
    ------
    OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    atlas = atlas or current()
    return ask(request("blocs", (), as_of, atlas.scope, options={"ended": ended}), atlas)


def ask(asked: Request, atlas: Atlas) -> Blocs:
    """Answer a request about no state.

    Parameters
    ----------
    asked : Request
        With the option `ended`, or without.
    atlas : Atlas
    """
    day = asked.as_of
    live = [row for row in rows_of(atlas.rows("bloc_spells")) if holds(row, day)]
    members = Counter(row["bloc"] for row in live if row["status"] in MEMBER)
    others = Counter(row["bloc"] for row in live if row["status"] not in MEMBER)
    where = "year = ? AND what = 'hub_share'"
    hubs = {row["bloc"]: row for row in rows_of(atlas.rows("bloc_years", where, (asked.year,)))}
    every = [
        _listed(row, day, members[row["bloc"]], others[row["bloc"]], hubs.get(row["bloc"]))
        for row in rows_of(atlas.rows("blocs", "true ORDER BY bloc"))
        if PartialDate.read(row["founded"]).first <= day
    ]
    found = tuple(one for one in every if one.ended is None or asked.options.get("ended"))
    there = [one for one in found if one.ended is None]
    text = f"The list has {counted(len(there), 'bloc')} on {written(day)}"
    text += f", and {len(found) - len(there)} that had ended" if len(found) > len(there) else ""
    named = tuple(f"/blocs/{k}/bloc" for k in range(len(found))) or ("/blocs",)
    lists = of_tables("bloc_spells")
    return Blocs(
        request=asked,
        answer=Summary(f"{text}.", (Finding("blocs", text, named),)),
        blocs=found,
        caveats=(
            Caveat(
                "coverage",
                "A bloc that is not in the list is not counted. Hubs are of the last full year, "
                "with the members at its end.",
                ("/blocs",),
            ),
        ),
        sources=source_notes(atlas, {"/blocs": (*lists, *of_tables("bloc_years"))}, asked.year),
        view=VIEW,
    )


def _listed(row: Row, day: date, members: int, others: int, hub: Row | None) -> Listed:
    ended = PartialDate.read(row["ended"]) if row["ended"] else None
    over = ended is not None and ended.last <= day
    told = hub is not None and not over
    return Listed(
        bloc=row["bloc"],
        name=row["name"],
        kind=row["kind"],
        founded=PartialDate.read(row["founded"]),
        ended=ended if over else None,
        members=members,
        others=others,
        hub=ref_of(int(hub["cow"]), date(hub["year"], 12, 31)) if hub and told else None,
        hub_share=round(hub["value"], 3) if hub and told else None,
        lo=round(hub["lo"], 3) if hub and told else None,
        hi=round(hub["hi"], 3) if hub and told else None,
    )

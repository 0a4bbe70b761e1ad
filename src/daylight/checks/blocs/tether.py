"""Claims that a bloc is tethered to one state: that its members lean on that one."""

from __future__ import annotations

from daylight.checks.blocs.standing import the
from daylight.checks.commands import bloc as command
from daylight.checks.commands import literal, sql
from daylight.checks.kept import bloc_year
from daylight.checks.known import Known
from daylight.checks.terms.times import unsettled, year_of
from daylight.checks.terms.two_states import named
from daylight.checks.verdict import UNKNOWN, Figure, Verdict, Word, agreed, silent, turned
from daylight.claims.records import Claim
from daylight.cohesion.spells import IN_LAW, Row, holds
from daylight.say.numbers import fixed

MOST = 2 / 3
"""Part of all dependence from which one member is the hub alone."""
TABLES = ("bloc_years",)
RULE = (
    "of all military and economic dependence of members on one another, the part that is on the "
    "one state; from two thirds on the bloc hangs on it alone, and not at all where another leads"
)


def tether(claim: Claim, known: Known) -> Verdict:
    """Decide whether the members of each bloc depend on the one state."""
    states = [state for a in claim.subject if (state := known.state(a.state)) is not None]
    blocs = [bloc for bloc in claim.blocs if known.bloc(bloc) is not None]
    year = year_of(claim, known)
    if not states or not blocs or len(blocs) < len(claim.blocs):
        return silent("The text does not settle which bloc or which state is meant.")
    if year is None:
        return unsettled(known)
    cows = [cow for state in states for cow in known.numbers(state)]
    found = [_hub(bloc, year, cows, known) for bloc in blocs]
    return Verdict(
        turned(agreed(word for word, _, _ in found), claim.negated),
        " ".join(text for _, text, _ in found),
        RULE,
        tuple(query for bloc in blocs for query in _queries(bloc, year, known)),
        tuple(figure for _, _, figure in found if figure is not None),
        TABLES,
    )


def _queries(bloc: str, year: int, known: Known) -> tuple[str, str]:
    rows = f"SELECT what, value, lo, hi, cow FROM bloc_years WHERE bloc = {literal(bloc)}"
    return command(bloc, known.on), sql(f"{rows} AND year = {year}")


def _hub(bloc: str, year: int, cows: list[int], known: Known) -> tuple[Word, str, Figure | None]:
    """Return whether a bloc hangs on a state, in words and as a figure."""
    rows = bloc_year(known.atlas, bloc, year)
    hub = rows.get("hub_share")
    if hub is None or hub["lo"] is None or hub["hi"] is None:
        text = f"On whom the members of {the(bloc)} depended in {year} is not measured."
        return UNKNOWN, text, None
    share, lo, hi = (float(hub[name]) for name in ("value", "lo", "hi"))
    who = known.of_number(int(hub["cow"]))
    said = f"{fixed(100 * share, 0)} % ({fixed(100 * lo, 0)} to {fixed(100 * hi, 0)})"
    text = (
        f"In {year}, {said} of the military and economic dependence of the members of {the(bloc)} "
        f"on one another was on {named(who)}"
    )
    figure = Figure(f"hub of {bloc}", share, lo, hi, "part of one",
                    f"{named(who)} {said} in {year}", "bloc_years")  # fmt: skip
    outside = _outside(rows)
    word: Word = "contradicted"
    if int(hub["cow"]) in cows:
        word = "supported" if lo >= MOST else "mixed"
    elif outside in cows:
        word = "mixed"
    more = f"; in trade they depended more on {_of(outside, bloc, known)}" if outside else ""
    return word, f"{text}{more}.", figure


def _outside(rows: dict[str, Row]) -> int | None:
    """Return on whom the members depend more in trade than on the hub, if there is somebody."""
    outside, inside = rows.get("economic_outside"), rows.get("economic_hub")
    if not outside or not inside or not outside["cow"] or outside["value"] <= inside["value"]:
        return None
    return int(outside["cow"])


def _of(cow: int, bloc: str, known: Known) -> str:
    """Write who it is, and whether it is a member."""
    member = any(
        int(row["cow"]) == cow and row["status"] in IN_LAW and holds(row, known.on)
        for row in known.spells(bloc)
    )
    return f"{named(known.of_number(cow))}, which is {'a member too' if member else 'no member'}"

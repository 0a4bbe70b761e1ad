"""The plan of a build: which tables are made, from which sources, by which function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import polars as pl

from daylight.bonds.components import COMPONENTS, DIMENSIONS
from daylight.build.alliances import alliances, without
from daylight.build.ballots import join
from daylight.build.bonds import BondTables, bond_tables
from daylight.build.ideal_points import ideal_points
from daylight.build.igos import igo_members
from daylight.build.issue_points import issue_points
from daylight.build.market_gdp import market_gdp
from daylight.build.repeats import with_repeats
from daylight.build.states import states
from daylight.build.ties import TIES, Made, Tie
from daylight.build.ties.spells import KEYS, cover, spells
from daylight.build.trade import trade, yearly_members
from daylight.build.votes import held, issue_votes, votes
from daylight.build.world import Frames
from daylight.core.periods import FIRST_YEAR
from daylight.core.states import members
from daylight.measures import MEASURES
from daylight.sources._kit.issues import Issue, IssueLog
from daylight.sources._kit.load import Loaded, Tables

Frame = pl.DataFrame
Tick = Callable[[], None]


@dataclass(slots=True)
class Work:
    """What a build has at hand: loaded sources, tables made so far, and what was noticed."""

    loaded: Mapping[str, Loaded]
    made: dict[str, Frame]
    issues: list[Issue]
    last_full_year: int
    tick: Tick
    ballots: Tables | None = None
    ties: dict[str, Made] | None = None
    bonds: BondTables | None = None

    def tables(self, source: str) -> Tables:
        """Return the tables of a loaded source."""
        return self.loaded[source].tables

    def un(self) -> Tables:
        """Return the joined UN roll calls and ballots, joined once."""
        if self.ballots is None:
            log = IssueLog("un_votes")
            self.ballots = join(
                self.tables("un_votes_voeten"), self.tables("un_votes_resolutions"), log
            )
            self.issues += log.issues
        return self.ballots

    def tied(self) -> list[tuple[Tie, Made]]:
        """Return every tie whose sources are at hand with its rows, made once."""
        here = [tie for tie in TIES if set(tie.sources) <= set(self.loaded)]
        if self.ties is None:
            log, self.ties = IssueLog("ties"), {}
            for tie in here:
                tables = {source: self.tables(source) for source in tie.sources}
                self.ties[tie.measure] = tie.make(tables, log)
            self.issues += log.issues
        made = [(tie, self.ties[tie.measure]) for tie in here]
        return [
            (replace(tie, start=one.span[0], end=one.span[1]) if one.span else tie, one)
            for tie, one in made
        ]


def _states(work: Work) -> Frame:
    found = work.tables("states")
    return states(found["spells"], found["concordance"], found["gw_spells"])


def _votes(work: Work) -> Frame:
    return votes(**work.un())


def _issue_votes(work: Work) -> Frame:
    return issue_votes(**work.un())


def _rollcalls(work: Work) -> Frame:
    return held(**work.un())


def _ideal_points(work: Work) -> Frame:
    log = IssueLog("ideal_points")
    matches = with_repeats(
        work.tables("un_votes_matches")["matches"],
        work.un()["rollcalls"],
        work.tables("un_votes_resolutions")["texts"],
        log,
    )
    points = ideal_points(**work.un(), matches=matches, log=log)
    table = pl.concat([points, issue_points(**work.un(), matches=matches, points=points, log=log)])
    work.issues += log.issues
    return table


def _alliances(work: Work) -> Frame:
    atop = work.tables("atop")
    broad = atop["broad_pledges"]["atopid"].to_list()
    narrow = alliances(without(atop["obligations"], atop["treaty_members"], broad))
    every = alliances(atop["obligations"]).join(
        narrow, on=["a", "b", "year"], how="left", suffix="_narrow"
    )
    return every.with_columns(pl.col("ab_narrow", "ba_narrow").fill_null(0))


def _capabilities(work: Work) -> Frame:
    return work.tables("nmc")["capabilities"].filter(pl.col("cinc").is_not_null())


def _trade(work: Work) -> Frame:
    cow, log = work.tables("cow_trade"), IssueLog("trade")
    gdp = market_gdp(
        work.tables("gdp")["gdp"],
        work.tables("gdp_nominal")["gdp_nominal"],
        work.tables("us_prices")["prices"],
    )
    years = range(FIRST_YEAR, work.last_full_year + 1)
    system = yearly_members({year: members(year) for year in years})
    itpd = work.tables("itpd")["flows"]
    table = trade(cow["flows"], cow["totals"], cow["holes"], itpd, gdp, system, log)
    work.issues += log.issues
    return table


def _blocs(work: Work) -> Frame:
    return work.tables("blocs")["blocs"]


def _bloc_spells(work: Work) -> Frame:
    return work.tables("blocs")["bloc_spells"]


def _igo_members(work: Work) -> Frame:
    return igo_members(work.tables("igo")["members"])


def _regimes(work: Work) -> Frame:
    return work.tables("regimes")["regimes"]


def _ties(work: Work) -> Frame:
    log = IssueLog("ties")
    parts = [spells(tie, made, log) for tie, made in work.tied()]
    work.issues += log.issues
    return pl.concat([pl.DataFrame(schema=KEYS | {"value": pl.Float32}), *parts])


def _tie_cover(work: Work) -> Frame:
    parts = [cover(tie, made) for tie, made in work.tied()]
    return pl.concat([pl.DataFrame(schema=KEYS), *parts])


def _holes(work: Work) -> Frame:
    parts = [
        work.tables(source)["holes"].with_columns(table=pl.lit(table))
        for table, source in (("trade", "cow_trade"), ("igo_members", "igo"))
    ]
    return pl.concat(parts).with_columns(pl.col("partner").fill_null(0))


def _coverage(work: Work) -> Frame:
    """Return first and last year of each measure and dimension.

    Where absence is a structural zero, the source's declared span counts; elsewhere the
    years that have rows.
    """
    rows = [(m.name, *_span(work, m.table)) for m in MEASURES if m.table != "ties"]
    rows += [(tie.measure, tie.start, tie.end) for tie, _ in work.tied()]
    spans = {name: (start, end) for name, start, end in rows}
    lead = {c.dimension: c.measure for c in COMPONENTS if c.required}
    for dimension in DIMENSIONS:
        start, end = spans[lead[dimension]]
        rows.append((dimension, start, min(end, work.last_full_year)))
    starts, ends = zip(*(row[1:] for row in rows[-len(DIMENSIONS) :]), strict=True)
    rows.append(("overall", sorted(starts)[1], sorted(ends)[-2]))
    return pl.DataFrame(rows, ["measure", "start", "end"], orient="row")


def _span(work: Work, table: str) -> tuple[int, int]:
    declared = {"alliances": "atop", "bloc_spells": "blocs", "igo_members": "igo"}
    if table in declared:
        span = work.loaded[declared[table]].declaration.coverage
        return max(span.start, FIRST_YEAR), span.end
    years = work.made[table]["year"]
    start, end = int(years.min()), int(years.max())  # type: ignore[arg-type]
    # a year that is not over has positions, but no distances yet
    return start, min(end, work.last_full_year) if table == "ideal_points" else end


def _bond_tables(work: Work) -> BondTables:
    """Return the tables of bonds, made once."""
    if work.bonds is None:
        spans = {name: (start, end) for name, start, end in work.made["coverage"].iter_rows()}
        work.bonds = bond_tables(Frames(work.made), spans, work.last_full_year, work.tick)
    return work.bonds


def _bonds(work: Work) -> Frame:
    return _bond_tables(work).bonds


def _levels(work: Work) -> Frame:
    return _bond_tables(work).levels


def _loadings(work: Work) -> Frame:
    log = IssueLog("levels")
    table = _bond_tables(work).loadings
    for (dimension,) in table.filter(~pl.col("converged")).select("dimension").unique().rows():
        log.warn(f"the latent model of the {dimension} dimension did not converge", 1)
    work.issues += log.issues
    return table


def _issues(work: Work) -> Frame:
    rows = [(i.source, i.severity, i.rows, i.text) for i in work.issues]
    frame = pl.DataFrame(rows, ["source", "severity", "rows", "text"], orient="row")
    return frame.unique(["source", "text"], maintain_order=True)


STEPS: dict[str, Callable[[Work], Frame]] = {
    "states": _states,
    "votes": _votes,
    "issue_votes": _issue_votes,
    "rollcalls": _rollcalls,
    "ideal_points": _ideal_points,
    "alliances": _alliances,
    "capabilities": _capabilities,
    "trade": _trade,
    "blocs": _blocs,
    "bloc_spells": _bloc_spells,
    "igo_members": _igo_members,
    "regimes": _regimes,
    "ties": _ties,
    "tie_cover": _tie_cover,
    "holes": _holes,
    "coverage": _coverage,
    "bonds": _bonds,
    "levels": _levels,
    "loadings": _loadings,
    "issues": _issues,
}
"""Tables in the order they are made; each may use those before it."""

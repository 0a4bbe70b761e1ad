"""How far the lists are known is what their sources say."""

from __future__ import annotations

from daylight.breaks import kinds
from daylight.endurance.read import FAMILY_OF
from daylight.sources.atop.members import LAST_YEAR
from daylight.sources.gsdb.in_force import END as GSDB_END
from daylight.sources.icb_v16.yearly import WHOLE
from daylight.sources.kit.declaration import declaration
from daylight.sources.mid.pairs import YEARS
from daylight.store.schemas.breaks import ACT_SIGNS, FAMILIES, SIGNS


def test_the_last_years_are_those_of_the_sources() -> None:
    """Answers read them here, since the sources need frames."""
    assert kinds.TREATIES_TO == LAST_YEAR
    assert YEARS[1] == kinds.DISPUTES_TO
    assert WHOLE[1] == kinds.CRISES_TO
    assert kinds.SANCTIONS_TO == GSDB_END
    assert declaration("baci_totals").coverage.end == kinds.TRADE_TO, (
        "of most pairs; of some there is a year more"
    )


def test_every_family_has_a_delay_and_signs() -> None:
    assert set(kinds.DELAY) == set(FAMILIES) == set(SIGNS)
    assert set(kinds.ACTS) < set(FAMILIES)
    assert not any(kinds.DELAY[name] for name in kinds.ACTS), "an act is known at once"
    assert set(FAMILY_OF) == set(ACT_SIGNS)
    assert set(FAMILY_OF.values()) == set(kinds.ACTS)

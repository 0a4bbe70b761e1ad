"""The list of what peacesciencer offers: every verb once, and only measures that there are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from daylight.measures.coverage import spans
from daylight.measures.of_states import STATE_MEASURES
from daylight.panel.cite import every
from daylight.store.atlas import Atlas

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs"))  # where the generator's parts lie, as when it is run

from _generate.twins import MORE, Twin, twins, twins_page  # noqa: E402

LISTED = """
add_archigos add_atop_alliance add_capital_distance add_ccode_to_gw add_contiguity
add_cow_alliance add_cow_majors add_cow_mids add_cow_trade add_cow_wars add_creg_fractionalization
add_democracy add_fpsim add_gml_mids add_gwcode_to_cow add_igos add_latent_territorial_threat
add_lead add_lwuf add_minimum_distance add_nmc add_peace_years add_rugged_terrain add_sdp_gdp
add_sim_gdp_pop add_spells add_strategic_rivalries add_ucdp_acd add_ucdp_onsets create_dyadyears
create_leaderdays create_leaderdyadyears create_leaderyears create_statedays create_stateyears
declare_attributes download_extdata filter_prd ps_cite ps_version show_duplicates
whittle_conflicts_duration whittle_conflicts_fatality whittle_conflicts_hostility
whittle_conflicts_jds whittle_conflicts_onsets whittle_conflicts_reciprocation
whittle_conflicts_startmonth
"""
"""Functions of the package, by the files of its repository in 2026."""
VERBS = LISTED.split()


def test_every_verb_has_its_place_once() -> None:
    listed = [verb for twin in twins() for verb in twin.verbs]
    assert sorted(listed) == sorted(VERBS)


@pytest.mark.parametrize("twin", twins(), ids=lambda twin: twin.verbs[0])
def test_a_twin_is_a_measure_another_way_or_a_reason(twin: Twin, book: Atlas) -> None:
    held = {*spans(book), *(m.name for m in STATE_MEASURES)}
    assert set(twin.measures) <= held
    assert bool(twin.measures) != bool(twin.instead)
    if twin.instead.startswith("none"):
        assert twin.instead.startswith("none, because ")


def test_what_is_more_is_a_measure() -> None:
    assert set(MORE) <= set(every())
    assert all(f"`{verb}()`" in twins_page() for verb in VERBS)

"""What to cite for a measure: its paper and its own sources, and no others."""

from __future__ import annotations

import pytest

from daylight.citing.known import daylight
from daylight.core.errors import UnknownName
from daylight.measures import MEASURES, measure, sources_of
from daylight.panel.cite import citations
from daylight.panel.panel import dyads
from daylight.store.atlas import Atlas


def papers(*sources: str) -> tuple[str, ...]:
    return tuple(f"Paper of {source}." for source in sources)


def test_a_tie_has_its_own_sources_and_not_those_of_all_ties(small: Atlas) -> None:
    own, paper, *sources = citations(small, ["rivalry"])
    assert own == daylight(small.manifest.id).text
    assert paper == f"Strategic rivalry: {measure('rivalry').citation}."
    assert tuple(sources) == papers("rivalries")


def test_a_measure_of_a_whole_table_has_the_sources_of_the_table(small: Atlas) -> None:
    assert citations(small, ["vote_kappa"])[2:] == papers("un_votes_resolutions", "un_votes_voeten")


def test_weights_of_states_are_a_source_too() -> None:
    assert sources_of(["alliance_s_weighted"]) == ("atop", "nmc")


def test_several_measures_name_each_paper_and_source_once(small: Atlas) -> None:
    found = citations(small, ["sanctions", "rivalry", "shared_rivals", "shared_blocs"])
    assert len(set(found)) == len(found)
    assert found[-3:] == papers("blocs", "gsdb", "rivalries")


def test_a_panel_cites_the_measures_in_it(small: Atlas) -> None:
    assert dyads(1990, 1990, atlas=small).add("rivalry").cite() == citations(small, ["rivalry"])


def test_an_unknown_measure_is_refused(small: Atlas) -> None:
    with pytest.raises(UnknownName, match="rivalry"):
        citations(small, ["rivalri"])


@pytest.mark.parametrize("spec", MEASURES, ids=lambda m: m.name)
def test_in_the_atlas_that_ships_every_source_of_a_measure_is_cited(
    book: Atlas, spec: object
) -> None:
    name = spec.name  # type: ignore[attr-defined]
    held = {s.id: s.citation.strip() for s in book.manifest.sources}
    expected = {held[source] for source in sources_of([name]) if source in held}
    assert set(citations(book, [name])[2:]) == expected
    assert expected or measure(name).supplied

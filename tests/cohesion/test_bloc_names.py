"""Blocs by what people write."""

from __future__ import annotations

import pytest

from daylight.cohesion.named import named
from daylight.core.errors import UnknownName
from daylight.store.atlas import current


@pytest.mark.parametrize(
    ("text", "bloc"),
    [("OPEC", "OPEC"), ("opec", "OPEC"), ("OPEC+", "OPEC+"), ("OPEC plus", "OPEC+"),
     ("North Atlantic Treaty Organization", "NATO"), ("nato", "NATO")],
)  # fmt: skip
def test_a_bloc_is_found_by_its_names(text: str, bloc: str) -> None:
    assert named(current(), text)["bloc"] == bloc


def test_every_bloc_is_found_by_its_own_short_name() -> None:
    for bloc in current().rows("blocs", columns=("bloc",))["bloc"].tolist():
        assert named(current(), bloc)["bloc"] == bloc


def test_an_unknown_bloc() -> None:
    with pytest.raises(UnknownName, match="near"):
        named(current(), "NATTO")

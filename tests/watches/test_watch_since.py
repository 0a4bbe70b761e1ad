"""What changed since a day, by whom it is told, and why."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import daylight as dl
from daylight.core.errors import BadInput, OutsideCoverage
from daylight.store.atlas import current, location
from daylight.watches.records import Change, Leg, Watch

LIST = "pairs: [PRK:RUS, UKR:RUS, DEU:FRA]\n"
OF = "2025-06-01"
Edit = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lists") / "ties.yml"
    path.write_text(LIST, "utf-8")
    return path


@cache
def watched(file: Path, since: str | None, as_of: str = OF) -> Watch:
    return dl.watch(str(file), as_of=as_of, since=since)


def change(leg: Leg, what: str, why: str | None = None) -> Change:
    return next(c for c in leg.changes if c.what == what and why in (None, c.why))


def test_what_the_world_did_has_its_parts(file: Path) -> None:
    leg = watched(file, "2022-01-01").entries[0].legs[0]
    assert leg.then is not None
    assert leg.then.year == 2021
    assert leg.now.year == 2024
    found = change(leg, "military_cooperation")
    assert found.why == "real change"
    assert found.before is not None and found.after is not None
    assert (found.after.value or 0) > (found.before.value or 0)
    assert found.parts[0].name == "promise"
    moves = [abs(part.move) for part in found.parts]
    assert moves == sorted(moves, reverse=True)
    word = change(leg, "relationship")
    assert (word.word_after, word.why) == ("allies", "real change")
    assert any("Treaty on Comprehensive Strategic" in fact.text for fact in leg.facts)
    assert all(fact.day.isoformat() > "2022-01-01" or fact.until for fact in leg.facts)


def test_what_hardly_moved_is_no_change(file: Path) -> None:
    leg = watched(file, "2024-12-31").entries[2].legs[0]
    assert leg.then is not None and leg.then.year == leg.now.year
    assert leg.changes == (), "the last full year is the same"


def edited(file: Path, folder: Path, edit: Edit) -> Path:
    """Keep a watch as JSON, with some values as an older atlas could have had them."""
    document = watched(file, None, "2022-01-01").to_dict()
    edit(document["entries"][2]["legs"][0]["now"])
    path = folder / "kept.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_a_kept_watch_that_nothing_revised_is_as_its_day(file: Path, tmp_path: Path) -> None:
    kept = watched(file, str(edited(file, tmp_path, lambda now: None)))
    by_date = watched(file, "2022-01-01")
    assert kept.since is not None and kept.since.kind == "saved"
    for one, other in zip(kept.entries, by_date.entries, strict=True):
        # What is kept has six digits.
        assert [(c.what, c.why) for c in one.legs[0].changes] == [
            (c.what, c.why) for c in other.legs[0].changes
        ]


def test_a_revision_and_new_data_are_told_from_a_change(file: Path, tmp_path: Path) -> None:
    def edit(now: dict[str, Any]) -> None:
        now["values"]["p_warm"] |= {"value": 0.2, "lo": 0.1, "hi": 0.3}
        now["values"]["military_conflict"] |= {"value": None, "status": "not_published"}
        now["values"]["economic_cooperation"] |= {"value": 1.0, "lo": 1, "hi": 2}
        now["words"]["relationship"] = "rivals"

    leg = watched(file, str(edited(file, tmp_path, edit))).entries[2].legs[0]
    assert change(leg, "p_warm").why == "revision"
    assert change(leg, "p_warm").apart is True
    assert change(leg, "relationship").why == "revision"
    assert change(leg, "relationship").word_before == "rivals"
    status = leg.now.values["military_conflict"].status
    assert change(leg, "economic_cooperation").why in ("revision", "new data"), status
    assert change(leg, "p_warm").parts == (), "what the data changed has no parts"


def test_an_older_atlas_tells_of_its_own_day(file: Path) -> None:
    found = watched(file, str(location()))
    assert found.since is not None
    assert found.since.kind == "atlas"
    assert found.since.atlas == current().manifest.id
    assert not any(leg.changes for entry in found.entries for leg in entry.legs)


def test_a_pair_that_was_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("pairs: [UKR:RUS, YUG:ROU, DEU:FRA]\n", "utf-8")
    found = dl.watch(str(path), as_of="1995", since="1985")
    assert "was no member" in found.entries[0].legs[0].untold
    assert found.entries[2].legs[0].then is not None, "the states are followed through time"
    old = dl.watch(str(path), as_of="1985")
    assert "was no member" in old.entries[0].problem
    assert old.entries[0].legs == ()
    assert old.finding("unanswered").text.startswith("1 pair")


@pytest.mark.parametrize(
    ("since", "says"),
    [("2025-06-01", "earlier day"), ("2026-01-01", "earlier day"), ("2025-13", "calendar"),
     ("yesterday", "no date, no folder"), ("", "no date, no folder")],
)  # fmt: skip
def test_a_day_that_is_no_earlier_day(file: Path, since: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        dl.watch(str(file), as_of=OF, since=since)


def test_a_day_before_the_atlas(file: Path) -> None:
    with pytest.raises(OutsideCoverage, match="before the atlas begins"):
        dl.watch(str(file), as_of=OF, since="1800")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"request": {}}', "{" * 5000, "\0"])
def test_a_file_that_is_no_kept_watch(file: Path, tmp_path: Path, content: str) -> None:
    path = tmp_path / "kept.json"
    path.write_text(content, "utf-8")
    with pytest.raises(BadInput, match=r"no watch that was kept as JSON"):
        dl.watch(str(file), as_of=OF, since=str(path))

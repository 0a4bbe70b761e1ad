"""The schema of `source.yml`: a fault names its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from daylight.core.errors import BadInput, UnknownName
from daylight.sources.kit import declaration as kit


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in the place of `daylight.sources`."""
    monkeypatch.setattr(kit.resources, "files", lambda package: tmp_path)
    return tmp_path


def read(shelf: Path, text: str) -> kit.Declaration:
    (shelf / "toy").mkdir()
    (shelf / "toy" / "source.yml").write_text(text, "utf-8")
    return kit.declaration.__wrapped__("toy")


def test_a_whole_declaration_is_read(shelf: Path, toy_keys: dict[str, Any]) -> None:
    spec = read(shelf, yaml.safe_dump(toy_keys))
    assert spec.files[0].name == "toy.csv"
    assert spec.coverage.end == 1991
    assert kit.source_ids() == ("toy",)


@pytest.mark.parametrize("key", ["citation", "citation_key", "licence", "redistribution", "ships"])
def test_a_missing_key_is_named(shelf: Path, toy_keys: dict[str, Any], key: str) -> None:
    del toy_keys[key]
    with pytest.raises(BadInput, match=rf"source\.yml of toy: {key}: Field required"):
        read(shelf, yaml.safe_dump(toy_keys))


def test_an_extra_key_is_named(shelf: Path, toy_keys: dict[str, Any]) -> None:
    toy_keys["coverage"]["colour"] = "red"
    with pytest.raises(BadInput, match=r"coverage\.colour: Extra"):
        read(shelf, yaml.safe_dump(toy_keys))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"sha256": "abc"}, "files.0.sha256"),
        ({"bytes": 0}, "files.0.bytes"),
        ({"bytes": "many"}, "files.0.bytes"),
    ],
)
def test_a_bad_fingerprint_is_named(
    shelf: Path, toy_keys: dict[str, Any], change: dict[str, Any], place: str
) -> None:
    toy_keys["files"][0] |= change
    with pytest.raises(BadInput, match=place):
        read(shelf, yaml.safe_dump(toy_keys))


def test_an_unknown_word_for_redistribution_is_refused(
    shelf: Path, toy_keys: dict[str, Any]
) -> None:
    with pytest.raises(BadInput, match="redistribution"):
        read(shelf, yaml.safe_dump(toy_keys | {"redistribution": "maybe"}))


def test_a_file_that_is_not_yaml_is_refused(shelf: Path) -> None:
    with pytest.raises(BadInput, match=r"source\.yml of toy is not YAML"):
        read(shelf, "id: [toy")


def test_an_unknown_source_gets_near_names() -> None:
    with pytest.raises(UnknownName, match="cow_trade"):
        kit.declaration("cow_trad")

"""Shared fixtures: the mirror of real data, and where it is absent, the reason to skip."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from daylight.briefs.records import Brief
from daylight.store.atlas import Atlas, current
from small_answers import made

settings.register_profile("quick", max_examples=40, deadline=None)
settings.register_profile("thorough", max_examples=400, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "mirror"


@pytest.fixture
def mirror(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder of real data: ``DAYLIGHT_MIRROR``, or ``../shared/mirror`` beside the checkout."""
    folder = Path(os.environ.get("DAYLIGHT_MIRROR", BESIDE))
    if not folder.is_dir():
        pytest.skip("no mirror of real data: set DAYLIGHT_MIRROR to run this test")
    monkeypatch.setenv("DAYLIGHT_MIRROR", str(folder))
    return folder


@pytest.fixture(scope="session")
def book() -> Atlas:
    """Return the atlas that ships, opened once for all tests."""
    os.environ.pop("DAYLIGHT_ATLAS", None)
    return current()


@pytest.fixture
def small_brief() -> Brief:
    """Return a brief made by hand."""
    return made()

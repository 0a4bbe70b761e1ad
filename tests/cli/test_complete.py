"""What a shell completes, and what a mistyped command is told."""

from __future__ import annotations

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from daylight.cli.main import root


def completed(words: list[str], begun: str) -> list[str]:
    found = ShellComplete(root, {}, "daylight", "_DAYLIGHT_COMPLETE")
    return [item.value for item in found.get_completions(words, begun)]


@pytest.mark.parametrize(
    ("words", "begun", "wanted"),
    [
        (["bond"], "Kaz", ["KAZ"]),
        (["bond", "RUS"], "IRN", ["IRN"]),
        (["bond", "RUS"], "yugo", []),
        (["wedge", "RUS", "IRN", "--divider"], "USA", ["USA"]),
        (["compare"], "RUS:IRN", ["RUS:IRN"]),
        (["compare"], "iran", ["IRN"]),
        (["bloc"], "EAE", ["EAEU"]),
        (["panel", "--add"], "vote_kappa,trade_dep", ["vote_kappa,trade_dependence"]),
        (["cite"], "trade_dep", ["trade_dependence"]),
        ([], "watc", ["watch"]),
    ],
)
def test_it_completes(words: list[str], begun: str, wanted: list[str]) -> None:
    assert completed(words, begun) == wanted


def test_all_states_of_today_when_nothing_is_typed() -> None:
    found = completed(["bond"], "")
    assert len(found) == len(set(found)) > 190
    assert "YUG" not in found


@pytest.mark.parametrize(
    ("typed", "near"), [("breif", "near: brief"), ("wacth", "near: watch"), ("xyzzy", "'xyzzy'")]
)
def test_a_mistyped_command(typed: str, near: str) -> None:
    found = CliRunner().invoke(root, [typed, "RUS", "IRN"])
    assert found.exit_code == 2
    assert near in found.output

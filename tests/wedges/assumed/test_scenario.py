"""Scenarios are read whole, and every fault is one line with the field and the line."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.errors import BadInput, DaylightError
from daylight.store.fields import BY_HAND
from daylight.wedges.assumed.asked import MOST_TRIES, asked
from daylight.wedges.assumed.given import Scenario
from daylight.wedges.assumed.prior import Prior, one
from daylight.wedges.assumed.scenario import TOP, example, read, scenario

WHOLE = """\
unit: billion dollars
within: 2
even: [8, 12, 20]
stay: [-1, 4]
divider:
  worth: 20
  fixed_cost: 1.5e0
  offers:
    - {name: "aid", value: 10, kept: .5, cost: 2}
    - name: trade
      value: [1, 2, 5]
      kept: [0, 1]
  threats:
    - {name: sanctions, value: 3, carried_out: 0.25}
  vetoes:
    - {who: Congress, chance: 0.3}
partner: {worth: 9}
others:
  - {who: China, wants: stay, offers: [{name: oil, value: 1, kept: 1}]}
note: mine
"""


def test_a_whole_scenario_is_read() -> None:
    found = scenario(WHOLE)
    assert (found.unit, found.within, found.note) == ("billion dollars", 2, "mine")
    assert found.even == Prior(8, 12, 20)
    assert found.stay == Prior(-1, None, 4)
    aid, trade = found.divider.offers
    assert (aid.name, aid.value, aid.kept, aid.cost) == ("aid", one(10), one(0.5), one(2))
    assert (trade.value, trade.kept, trade.cost) == (Prior(1, 2, 5), Prior(0, None, 1), None)
    assert found.divider.threats[0].carried_out == one(0.25)
    assert found.divider.vetoes[0].who == "Congress"
    assert found.divider.fixed_cost == one(1.5)
    assert (found.partner.worth, found.partner.offers) == (one(9), ())
    other = found.others[0]
    assert (other.path, other.who, other.wants, other.offers[0].name) == (
        "others.1", "China", "stay", "oil",
    )  # fmt: skip


def test_what_is_left_out_is_as_usual() -> None:
    assert scenario("{}") == scenario("within: 4") == Scenario()


FAULTS = {
    "evn: 3": ("line 1", "'evn'", "near: even"),
    "unit: a\ndivider:\n  ofers: []": ("line 3", "divider", "'ofers'", "near: offers"),
    "stay: 1\nstay: 2": ("line 2", "stay stands twice"),
    "divider:\n  vetoes:\n    - {who: a, chance: 1.1}": (
        "line 3", "divider.vetoes.1.chance", "between 0 and 1", "1.1",
    ),
    "divider: {vetoes: [{who: a, chance: -0.1}]}": ("divider.vetoes.1.chance", "-0.1"),
    "divider:\n  worth: -1": ("line 2", "divider.worth", "between 0"),
    "even: [3, 2]": ("line 1", "even", "do not rise"),
    "even: [1, 3, 2]": ("even", "do not rise"),
    "even: [1, 2, 3, 4]": ("even", "[low, likely, high]"),
    "even:\n  - 1\n  - x": ("line 3", "even", "'x' is no number"),
    "even: []": ("even", "empty"),
    "even: [[1]]": ("even", "a list is no number"),
    "even: {a: 1}": ("even", "an amount is needed"),
    "even: 0": ("even", "above 0"),
    "even: [0, 2]": ("even", "above 0"),
    "even:": ("even", "nothing is no number"),
    "stay: .nan": ("stay", "'.nan' is no number"),
    "stay: .inf": ("stay", "no number"),
    "stay: nan": ("stay", "no number"),
    "stay: true": ("stay", "'true' is no number"),
    "stay: yes": ("stay", "'yes' is no number"),
    "stay: '3'": ("stay", "no number"),
    "stay: 1_000": ("stay", "no number"),
    "stay: 1,000": ("stay", "no number"),
    "stay: 1:30": ("stay", "no number"),
    "stay: 0x10": ("stay", "no number"),
    "stay: ٣": ("stay", "no number"),
    "stay: 1e13": ("stay", "between"),
    "stay: 1e999": ("stay", "between"),
    f"stay: {'9' * 5000}": ("stay", "between"),
    "within: 3": ("within", "1, 2, 4, 8"),
    "within: [1, 2]": ("within", "1, 2, 4, 8"),
    "unit: ''": ("unit", "a text"),
    "unit: [a]": ("unit", "a text"),
    f"note: {'x' * 1001}": ("note", "1,001 characters"),
    "divider: 3": ("divider", "here belong fields: worth"),
    "divider:\n  offers: aid": ("line 2", "divider.offers", "a list"),
    "divider:\n  offers:\n    - {name: a, value: 1}": ("line 3", "offers.1", "kept", "[0, 1]"),
    "partner: {offers: [{name: a, value: 1, kept: 1, cost: 0}]}": (
        "partner.offers.1.cost", "above 0",
    ),
    "divider: {threats: [{name: a, carried_out: 1}]}": ("divider.threats.1", "value is missing"),
    "others: [{who: a, wants: win}]": ("others.1.wants", "`leave` or `stay`"),
    "others: [{wants: stay}]": ("others.1", "who is missing"),
    f"others: [{', '.join(['{who: a, wants: stay}'] * 5)}]": ("others", "at most 3"),
    "a: &x 1": ("line 1", "anchor"),
    "a: *x": ("line 1", "alias"),
    "a: !!python/object/apply:os.system ['true']": ("line 1", "tag"),
    "stay: !!float 3": ("line 1", "tag"),
    "? [a, b]\n: 1": ("line 1", "no field is called a list"),
    "stay: 1\n---\nstay: 2": ("line 2", "second document"),
    "stay: [1": ("line 1", "not YAML"),
    "stay: 1\n stay: 2": ("line 2", "not YAML"),
    "a\tb: \t- 1\n\t- 2": ("not YAML",),
    "unit: \"\\UFFFFFFFF\"": ("not YAML",),
    "%YAML 1." + "9" * 5000 + "\n--- {}": ("not YAML",),
    "unit: \x00": ("not YAML",),
    "- 1\n- 2": ("here belong fields",),
    "3": ("here belong fields",),
    "": ("is empty",),
    "# only a comment\n": ("is empty",),
    "--- \n...": ("is empty",),
    "[" * 3000: ("line 1", "more than such a file can hold"),
    "- " * 3000: ("line 1", "more than such a file can hold"),
    "unit: a\nothers: [" + "1, " * 6000 + "]": ("line 2", "more than such a file can hold"),
}  # fmt: skip


@pytest.mark.parametrize("text", FAULTS, ids=range(len(FAULTS)))
def test_a_fault_is_one_line_that_names_its_place(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        scenario(text, "mine.yml")
    said = str(caught.value)
    assert said.startswith("mine.yml")
    assert "\n" not in said
    assert [part for part in FAULTS[text] if part not in said] == []


def test_a_bomb_is_refused_at_once() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "\n".join(
        f"{chr(98 + k)}: &{chr(98 + k)} [{', '.join([f'*{chr(97 + k)}'] * 9)}]" for k in range(9)
    )
    began = time.monotonic()
    with pytest.raises(BadInput, match="line 1: an anchor"):
        scenario(bomb)
    assert time.monotonic() - began < 1


def test_names_cannot_write_to_the_terminal() -> None:
    found = scenario('unit: "a\\e[2Jb"\nnote: "one\\ntwo"')
    assert found.unit == r"a\x1b[2Jb"
    assert found.note == "one two"


def places(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    yield tmp_path / "missing.yml", "No such file"
    yield tmp_path, "a folder"
    yield Path("nul\0byte"), "cannot be read"
    os.mkfifo(tmp_path / "pipe")
    yield tmp_path / "pipe", "a pipe"
    contents = {
        "latin-1": ("unit: é".encode("latin-1"), "line 1: this is not UTF-8"),
        "utf-16": ("unit: a\nstay: 1".encode("utf-16"), "not UTF-8"),
        "second": (b"unit: a\nnote: \xff", "line 2: this is not UTF-8"),
        "large": (b"#" * (BY_HAND + 1), "at most"),
        "empty": (b"", "is empty"),
        "binary": (bytes(range(256)), "not UTF-8"),
    }
    for name, (content, said) in contents.items():
        (tmp_path / name).write_bytes(content)
        yield tmp_path / name, said


def test_files_that_are_none(tmp_path: Path) -> None:
    for path, said in places(tmp_path):
        with pytest.raises(BadInput, match=said) as caught:
            read(path)
        assert len(str(caught.value).splitlines()) == 1


def test_a_mark_of_the_byte_order_and_ends_of_windows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.yml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert read(path) == scenario(WHOLE)


@settings(max_examples=80)
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    refused(text)


PIECES = st.sampled_from(
    [*TOP, "worth", "offers", "name", "value", "kept", "chance", ":", ": ", "\n", "  ", "- ", "[",
     "]", "{", "}", ",", "#", "&a", "*a", "!t", "'", '"', "|", ">", "?", "%", "<<", "---", "...",
     "1", "-2", "0.5", "1e999", ".nan", "\\", "\\x", "\t", "é", "\u2028", "\x85", "\ufeff"]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_broken_scenario_breaks_it(text: str) -> None:
    refused(text)


@settings(max_examples=80)
@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 5), PIECES)
def test_no_spoilt_scenario_breaks_it(at: int, gone: int, put: str) -> None:
    refused(WHOLE[:at] + put + WHOLE[at + gone :])


@settings(max_examples=60)
@given(content=st.binary(max_size=60))
def test_no_bytes_break_it(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "hostile.yml"
    path.write_bytes(content)
    try:
        read(path)
    except DaylightError as error:
        assert "\n" not in str(error)


def refused(text: str) -> None:
    try:
        scenario(text)
    except DaylightError as error:
        assert "\n" not in str(error)


@settings(max_examples=25)
@given(st.recursive(
    st.floats() | st.integers() | st.booleans() | st.none() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from([*TOP, "worth", "offers", "vetoes", "who", "chance"]), inner, max_size=4),
    max_leaves=12,
))  # fmt: skip
def test_no_other_yaml_breaks_it(made: object) -> None:
    refused(yaml.safe_dump(made, allow_unicode=True))


# ---- what ships ----------------------------------------------------------------------------


def test_every_number_of_the_example_has_its_reason() -> None:
    """A comment stands above each."""
    text, explained, numbers = example(), False, 0
    assert scenario(text).even and scenario(text).note
    for line in text.splitlines():
        explained = explained or line.lstrip().startswith("#")
        if line.strip().partition(":")[0] in NUMBERS:
            assert explained, line
            explained, numbers = False, numbers + 1
    assert numbers > 15


NUMBERS = ("even", "stay", "worth", "fixed_cost", "value", "kept", "cost", "chance", "carried_out")


# ---- asked at a terminal ---------------------------------------------------------------------


class Script:
    """Answers to questions by what these hold; each answer is given once, all others are empty."""

    def __init__(self, answers: list[tuple[str, str]]) -> None:
        self.answers = answers
        self.put: list[str] = []

    def __call__(self, question: str) -> str:
        self.put.append(question)
        for k, (part, answer) in enumerate(self.answers):
            if part in question:
                del self.answers[k]
                return answer
        return ""


def test_empty_answers_assume_nothing() -> None:
    script = Script([])
    assert scenario(asked(script)) == Scenario()
    assert len(script.put) > 8
    assert all(len(question) < 250 for question in script.put)


def test_answers_make_a_scenario() -> None:
    script = Script([
        ("unit", 'billion "dollars"'), ("years", "8"), ("as likely as not", "8, 12, 20"),
        ("staying worth", "-1, 4"), ("leaving worth to the divider", "20"),
        ("divider promise", "aid: much"), ("worth to the target", "[5, 10]"), ("kept", "0.5"),
        ("cost the divider?", "2"), ("divider promise", "words"), ("divider threaten", "war"),
        ("taking from", "3"), ("stop", "Congress"), ("How likely is that", "0.3, 0.6"),
        ("A note", "mine"),
    ])  # fmt: skip
    text = asked(script)
    found = scenario(text)
    assert script.answers == []
    assert (found.unit, found.within, found.note) == ('billion "dollars"', 8, "mine")
    assert (found.even, found.stay) == (Prior(8, 12, 20), Prior(-1, None, 4))
    (aid,), (war,), (veto,) = (
        found.divider.offers, found.divider.threats, found.divider.vetoes,
    )  # fmt: skip
    assert (aid.name, aid.value, aid.kept, aid.cost) == (
        "aid: much", Prior(5, None, 10), one(0.5), one(2),
    )  # fmt: skip
    assert '# left out, its value is not known: "words"' in text
    assert (war.value, war.carried_out) == (one(3), Prior(0, None, 1)), "unknown is any chance"
    assert veto.chance == Prior(0.3, None, 0.6)
    assert found.partner.offers == ()


def test_bidders_of_whom_nothing_is_known_are_left_out() -> None:
    text = asked(Script([("partner promise", "words")]))
    assert "\npartner:" not in text
    assert "left out" in text
    assert scenario(text) == Scenario()


@pytest.mark.parametrize(("part", "wrong"), [
    ("as likely as not", "much"), ("as likely as not", "0"), ("as likely as not", "3, 2"),
    ("as likely as not", "1}, {a"), ("years", "3"), ("staying worth", "1,200"),
    ("staying worth", "nan"), ("cost the divider besides", "-1"), ("unit", "x" * 1001),
])  # fmt: skip
def test_what_cannot_be_used_is_asked_again_with_the_reason(part: str, wrong: str) -> None:
    script = Script([(part, wrong)])
    scenario(asked(script))
    again = next(q for before, q in zip(script.put, script.put[1:], strict=False) if part in before)
    assert part in again
    assert "Write " in again


def test_it_does_not_ask_for_ever() -> None:
    with pytest.raises(BadInput, match=f"{MOST_TRIES} answers"):
        asked(lambda question: "no number" if "staying" in question else "")


@settings(max_examples=30)
@given(st.lists(st.text(max_size=12) | st.sampled_from(["1", "0.5", "1, 2", ""]), max_size=40))
def test_no_answers_break_it(answers: list[str]) -> None:
    given_ = iter(answers)
    try:
        scenario(asked(lambda _: next(given_, "")))
    except DaylightError as error:
        assert f"{MOST_TRIES} answers" in str(error)

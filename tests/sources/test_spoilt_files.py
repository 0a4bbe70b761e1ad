"""Spoilt files of every source: each gives tables as declared, or one line that says why not."""

from __future__ import annotations

import io
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from random import Random

import polars as pl
import pytest
from mutants import mutant
from sample_files import Files
from samples import SAMPLES

from daylight.core.errors import BadEncoding, DaylightError, FetchFailed, SourceChanged
from daylight.core.visible import HIDDEN, MOST
from daylight.sources.kit import load as kit
from daylight.sources.kit.declaration import Declaration, declaration, source_ids
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.text import either

SEED = 20_261_130
QUICK, ALL, PARTS = 10, 10_000, 4
SECONDS = 10.0
"""In which each must be done, on a busy machine."""
KINDS = (BadEncoding, FetchFailed, SourceChanged)


@pytest.fixture(autouse=True)
def no_corrections(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not correct rows that only the real files have."""
    monkeypatch.setattr(kit, "corrections", lambda source: [])


@cache
def small(source: str) -> Declaration:
    """Return a declaration that a file of two rows can keep."""
    spec = declaration(source)
    expect = {
        name: one.model_copy(update={"rows_min": 0, "totals": {}})
        for name, one in spec.expect.items()
    }
    return spec.model_copy(update={"expect": expect})


@cache
def sample(source: str) -> Files:
    return SAMPLES[source]()


@cache
def sound(source: str) -> kit.Tables:
    """Return the tables of a sound file, made once."""
    return kit.shape(small(source), sample(source)).tables


@cache
def kinds(source: str) -> dict[str, dict[str, pl.DataType]]:
    """Return the type of every column that a sound file gives."""
    return {name: dict(table.schema) for name, table in sound(source).items()}


def spoilt(source: str, number: int) -> tuple[Files, str]:
    spec, files = declaration(source), sample(source)
    theirs = [name for name in files if name not in spec.packaged] or list(files)
    return mutant(files, theirs, Random(f"{SEED} {source} {number}"))


def outcome(source: str, number: int) -> tuple[str, str]:
    """Return accepted, refused or fault, and why."""
    files, how = spoilt(source, number)
    began = time.perf_counter()
    try:
        tables = kit.shape(small(source), files).tables
    except DaylightError as error:
        found = ("refused", str(error)) if isinstance(error, KINDS) else ("fault", repr(error))
        found = ("fault", f"{found[1]}: {bad}") if (bad := unfit(str(error))) else found
    except BaseException as error:  # whatever it is, it is told
        found = "fault", "".join(traceback.format_exception(error))[-1500:]
    else:
        bad = broken(source, tables)
        found = ("fault", bad) if bad else ("accepted", "")
    if time.perf_counter() - began > SECONDS:
        found = "fault", "too slow"
    return found if found[0] != "fault" else ("fault", f"{source} {number}, {how}: {found[1]}")


def unfit(message: str) -> str:
    """Say what is wrong with a message, or nothing."""
    if len(message) > MOST + 100:
        return f"{len(message)} characters"
    hidden = [c for c in message if unicodedata.category(c) in HIDDEN]
    return f"holds {hidden[0]!r}" if hidden else ""


def broken(source: str, tables: kit.Tables) -> str:
    """Say which promise of the declaration a result breaks, or nothing: checked anew, by hand."""
    for name, expect in small(source).expect.items():
        table = tables[name]
        if missing := set(expect.columns) - set(table.columns):
            return f"{name} lacks {missing}"
        if dict(table.schema) != kinds(source)[name]:
            return f"{name} has other types: {table.schema}"
        keys = list(table.select(expect.key).iter_rows())
        if len(set(keys)) < len(keys):
            return f"{name} repeats a key"
        spans = {**expect.ranges, **({"year": expect.years} if expect.years else {})}
        for column, (low, high) in spans.items():
            if odd := [v for v in table[column] if v is not None and not low <= v <= high]:
                return f"{name}: {column} = {odd[0]}"
        for column in table.select(pl.col(pl.Float64)).columns:
            if not table[column].is_finite().all():
                return f"{name}: {column} holds what is no number"
    return ""


def run(numbers: Iterable[tuple[str, int]]) -> tuple[Counter[str], list[str]]:
    counts: Counter[str] = Counter()
    faults = []
    for source, number in numbers:
        what, why = outcome(source, number)
        counts[what] += 1
        faults += [why] if what == "fault" else []
    return counts, faults


def test_every_source_has_a_sample_and_it_is_accepted() -> None:
    assert set(SAMPLES) == set(source_ids()), "give it small valid files in samples_*.py"
    for source in SAMPLES:
        assert not broken(source, sound(source)), source


WRITTEN = {
    "a mark of the byte order": lambda content: b"\xef\xbb\xbf" + either(content).encode(),
    "CR LF": lambda content: content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_how_other_programs_write_a_text_changes_nothing(way: str) -> None:
    for source in SAMPLES:
        plain = sample(source)
        texts = [name for name in plain if name.endswith((".csv", ".tab"))]
        other = plain | {name: WRITTEN[way](plain[name]) for name in texts}
        found = kit.shape(small(source), other).tables
        for name, table in sound(source).items():
            assert table.equals(found[name]), f"{source}: {name}"


def test_what_is_no_number_is_an_empty_cell_in_every_source() -> None:
    """Many programs write an empty cell so, and it is greater than any number to compare."""
    tried = 0
    for source in SAMPLES:
        for file in declaration(source).files:
            for column in file.columns.get("number?", ()) if _is_parquet(file.name) else ():
                results = []
                for value in (None, float("nan")):
                    table = pl.read_parquet(io.BytesIO(sample(source)[file.name]))
                    out = io.BytesIO()
                    table.with_columns(pl.lit(value, pl.Float64).alias(column)).write_parquet(out)
                    results.append(ending(source, sample(source) | {file.name: out.getvalue()}))
                assert results[0] == results[1], f"{source}: {file.name}: {column}"
                tried += 1
    assert tried > 20


def _is_parquet(name: str) -> bool:
    return name.endswith(".parquet")


def ending(source: str, files: Files) -> str:
    """Return the tables of a source as text, or the line that says why there are none."""
    try:
        return str({n: t.rows() for n, t in kit.shape(small(source), files).tables.items()})
    except DaylightError as error:
        return str(error)


@pytest.mark.parametrize("source", SAMPLES)
def test_a_few_spoilt_files(source: str) -> None:
    _, faults = run((source, number) for number in range(QUICK))
    assert not faults, faults[0]


def test_planted_faults_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    good = sound("gdp")["gdp"]
    none = pl.lit(float("nan")).alias(good.columns[-1])
    kinds("gdp")
    planted: list[tuple[str, Callable[[Files, IssueLog], kit.Tables]]] = [
        ("loader failed", lambda files, log: sorted([1, "a"])),  # type: ignore[type-var]
        ("KeyboardInterrupt", lambda files, log: (_ for _ in ()).throw(KeyboardInterrupt())),
        ("gdp: ", lambda files, log: {"gdp": good.with_columns(none)}),
        ("other types", lambda files, log: {"gdp": good.with_columns(pl.col("cow").cast(int))}),
    ]
    for says, function in planted:
        monkeypatch.setattr("daylight.sources.gdp.source.shape", function)
        counts, faults = run([("gdp", 0)])
        assert counts == {"fault": 1}, says
        assert says in faults[0]


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_ten_thousand_spoilt_files(capsys: pytest.CaptureFixture[str], part: int) -> None:
    sources = list(SAMPLES)
    numbers = range(part, ALL, PARTS)
    counts, faults = run((sources[k % len(sources)], k // len(sources)) for k in numbers)
    with capsys.disabled():
        told = ", ".join(f"{counts[what]:,} {what}" for what in ("refused", "accepted", "fault"))
        print(f"\n{len(numbers):,} spoilt files of {len(sources)} sources: {told}")
    assert not faults, "\n".join(faults[:20])
    assert min(counts["refused"], counts["accepted"]) > len(numbers) / 10, (
        "a harness that sees both"
    )

"""Draw command lines at random from the real commands: good, odd and hostile values.

Commands, options and choices are read from the commands themselves, so a new one is drawn too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import click

from daylight.cli.main import COMMANDS, root

LONG = "x" * 100_000
SLOW = {"atlas verify": 0.02, "partners": 2, "analogues": 2}
"""Commands that take much of a second or more, and how often they are drawn."""
ODD = (
    "", " ", "-1", "0", "1e20", "99999999999999999999", "nan", "inf", "-inf", "1.5",
    "0x10", "1_000", "２０１６", "None", "null", "true", "*", "%s", "{0}", "../..", "~",
    "~nobody-of-this-name/x", "\x1b[2J", "\x1b]0;own\x07", "\u202egnp.x", "a\nb",
    "\x08\x08", "caf\udcff", "é", "e\u0301", "中国", "🙂", "\ufeff", "\u200b",
    "'; drop table votes; --", "$(id)", "A:B", ":", "=", ",", ",,", "--", "-", "-h",
    "--help", "--version", "--no-such-option", LONG,
)  # fmt: skip
"""What nobody should type, in any place."""
STATES = (
    "RUS", "IRN", "USA", "CHN", "FRA", "DEU", "BLR", "2", "630", "GW:255", "COW:365",
    "Iran", "Côte d'Ivoire", "rus", "GDR", "YUG", "Korea", "Congo", "NATO", "EU",
    "Palestine", "999", "GW:", "COW:99999999999999999999", "GW:255:2", "RUS ",
    "Ruritania", "Russia, Iran",
)  # fmt: skip
DATES = (
    "2016", "2016-06", "2016-06-30", "2010", "1995-01-01", "2017-02-01", "1815", "1816",
    "1913", "2024", "3000", "0001-01-01", "9999-12-31", "10000", "2016-13", "2016-02-30",
    "today", "now", "2016-06-30T12:00", "30.6.2016", "-2016", "2016-6-3",
)  # fmt: skip
YEARS = ("2015", "2016", "2010", "1946", "1990", "1815", "3000", "-5", "99999999999999999999")
COUNTS = ("1", "2", "3", "10", "0", "-1", "1000000", "99999999999999999999")
WORDS = (
    "vote_kappa", "trade_dependence", "vote_kappa,trade_dependence", "lo",
    "lo,hi,n,status", "status", "vote_kapa", "all", "me", "nu", "XX", "gdp", "atop",
    "icews", "sipri_arms", "no_such_source",
)  # fmt: skip
WEIGHTS = (
    "alliance_support=2", "vote_kappa=0.5", "crises=0", "none=1", "disputes", "disputes=", "=1",
    "disputes=nan", "disputes=inf", "disputes=-1", "disputes=1e309", "disputes=1=2",
)  # fmt: skip
QUERIES = (
    "select 1 as x", "select count(*) from votes", "select * from rollcalls limit 3",
    "select 'a\nb' as \"c\x1b[2J\"", "select [1, 2] as x", "select {'a': 1} as x",
    "select 170141183460469231731687303715884105727 as x", "select 'nan'::double as x",
    "select 1 as x, 2 as x", "select", "selec 1", "drop table votes",
    "select 1; select 2", "-- x", "copy votes to 'out.csv'", "attach 'x.db'",
    "select * from 'good.csv'", "pragma version", "select * from read_csv('/etc/passwd')",
    "install httpfs", "set threads = 1", "select * from nowhere",
    "select nope from votes", "select 1/0", "select 'x'::integer",
    f"select {'(' * 3000}1{')' * 3000}", f"select '{LONG[:90_000]}' as x",
    f"select '{LONG}x'", "select repeat('x', 1000000) as x", "explain select 1",
    "select 'caf\udcff' as x", "select getenv('HOME') as x",
)  # fmt: skip
ENDINGS = (
    ".csv",
    ".json",
    ".parquet",
    ".dta",
    ".html",
    ".txt",
    ".svg",
    ".png",
    ".CSV",
    ".xlsx",
    "",
)
OUTPUTS = (
    "new", "new", "new", "old", "folder", "folder/", "folder/new", "none/new",
    "old.csv/new", "link", "loop", "x" * 300, "a\0b", "caf\udcff", "\x1b[2J", " ", "-",
    "~nobody-of-this-name/x", "-o", "\u202egnp", "//new", "./new", "folder/../new",
)  # fmt: skip
DEVICES = ("/dev/null", "/dev/full", "/dev/fd/97", "/proc/version", "/dev/null/x")
INPUTS = (
    "good.csv", "old.csv", "empty.csv", "head.csv", "bytes.csv", "folder", "none", "pipe",
    "zeros", "link.csv", "loop.csv", "x" * 300, "a\0b", "~nobody-of-this-name/x",
    "/dev/zero", "/dev/full", "", "/proc/self/mem", "caf\udcff",
)  # fmt: skip


def sandbox(folder: Path) -> Path:
    """Fill a folder with what command lines name, or have it again as it was."""
    (folder / "folder").mkdir(parents=True, exist_ok=True)
    (folder / "good.csv").write_text(
        "ccode,session,IdealPointAll\n" + "2,70,1\n20,70,2\n200,70,3\n"
    )
    (folder / "empty.csv").write_bytes(b"")
    (folder / "head.csv").write_text("ccode,session,IdealPointAll\n")
    (folder / "bytes.csv").write_bytes(bytes(range(256)) * 50)
    for ending in ENDINGS:
        (folder / f"old{ending}").write_text("old")
    if not (folder / "pipe").exists():
        (folder / "link.csv").symlink_to(folder / "good.csv")
        (folder / "loop.csv").symlink_to(folder / "loop.csv")
        (folder / "zeros").symlink_to("/dev/zero")
        os.mkfifo(folder / "pipe")
    return folder


SERVERS = ("mcp", "serve")
"""Commands that go on until they are stopped; their own tests run them."""


def leaves() -> list[tuple[list[str], click.Command]]:
    """Return every command with its words."""
    context = click.Context(root)
    found: list[tuple[list[str], click.Command]] = []
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        assert command is not None
        found += _below([name], command)
    named = {" ".join(words) for words, _ in found}
    assert set(COMMANDS) <= named, "a command that is not drawn"
    return [(words, command) for words, command in found if words[0] not in SERVERS]


def _below(words: list[str], command: click.Command) -> Iterator[tuple[list[str], click.Command]]:
    yield words, command
    if isinstance(command, click.Group):
        for name, sub in command.commands.items():
            yield from _below([*words, name], sub)


def line(commands: list[tuple[list[str], click.Command]], draw: Random) -> list[str]:
    """Return a command line: a command, and some of its arguments and options."""
    words, command = draw.choices(commands, [_weight(*one) for one in commands])[0]
    out = list(words)
    if draw.random() < 0.02:
        out[draw.randrange(len(out))] = draw.choice(ODD)
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    options = [p for p in command.params if isinstance(p, click.Option)]
    for argument in arguments:
        out += _argument(argument, draw)
    for option in draw.sample(options, min(len(options), draw.choice((0, 0, 1, 1, 1, 2, 2, 3, 5)))):
        out += _option(option, draw)
    if words == ["panel"] and not {"--start", "--end"} & set(out):
        out += ["--start", "2016", "--end", "2016"]  # all years take seconds
    if draw.random() < 0.03:
        out.insert(draw.randrange(len(out) + 1), draw.choice(ODD))
    return out


def _weight(words: list[str], command: click.Command) -> float:
    """Draw a command the more often, the more it can be given; the slowest seldom."""
    return SLOW.get(" ".join(words), 1 + len(command.params))


def _argument(argument: click.Argument, draw: Random) -> list[str]:
    shown = (argument.metavar or argument.name or "").upper()
    if "QUERY" in shown:
        return [draw.choice(QUERIES if draw.random() < 0.95 else ODD)]
    if ":" in shown:
        pairs = [f"{_state(draw)}:{_state(draw)}" for _ in range(draw.choice((1, 2, 2, 2, 3, 8)))]
        return pairs if draw.random() < 0.9 else [draw.choice(ODD)]
    if "STATE" in shown:
        most = shown.count("STATE")
        many = most if draw.random() < 0.8 else draw.choice((0, 1, 2, 3, 40))
        return [_state(draw) for _ in range(many)]
    return [
        draw.choice(WORDS if draw.random() < 0.7 else ODD) for _ in range(draw.choice((0, 1, 1, 2)))
    ]


def _state(draw: Random) -> str:
    chance = draw.random()
    return draw.choice(STATES[:12] if chance < 0.75 else STATES if chance < 0.9 else ODD)


def _option(option: click.Option, draw: Random) -> list[str]:
    flag = draw.choice([*option.opts, *option.secondary_opts])
    if option.is_flag or option.count:
        return [flag]
    value = draw.choice(ODD) if draw.random() < 0.15 else _value(option, draw)
    return [f"{flag}={value}"] if flag.startswith("--") and draw.random() < 0.3 else [flag, value]


def _value(option: click.Option, draw: Random) -> str:
    shown = (option.metavar or "").upper()
    if isinstance(option.type, click.Choice):
        return str(draw.choice(list(option.type.choices)))
    if option.name == "output":
        ending = draw.choice(ENDINGS)
        return draw.choice(DEVICES) if draw.random() < 0.1 else draw.choice(OUTPUTS) + ending
    if "=PATH" in shown:
        source = draw.choice(("icews", "sipri_arms", "sipri_arms", "gdp", "none"))
        return f"{source}={draw.choice(INPUTS)}"
    if "FILE" in shown or "DIR" in shown:
        return draw.choice(INPUTS)
    if "FOLDER" in shown:
        return draw.choice(
            ("built", "folder", "old.csv", "none/built", "/dev/null", "\x1b[2J", "a\0b")
        )
    if "WEIGHT" in shown or "=NUMBER" in shown:
        return draw.choice(WEIGHTS)
    if "SECONDS" in shown:
        return draw.choice(("0.5", "1", "3", "0", "-1", "nan", "inf", "1e-9"))
    pools = {"DATE": DATES, "YEAR": YEARS, "STATE": STATES, "N": COUNTS}
    return draw.choice(pools.get(shown, WORDS))

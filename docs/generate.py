"""Render the pages of the documentation that follow from the code, and check that they are fresh.

``python docs/generate.py`` writes them; ``--check`` writes nothing and exits with 1 when a file
is stale. Three things are generated: whole pages (:data:`PAGES`), parts of pages written by hand
(between ``<!-- generated: NAME -->`` and ``<!-- end -->``, :data:`PARTS`), and the output under
each ``$ daylight ...`` line of a console block. A block whose last line is ``...`` keeps its
length; a command without output below it is left alone.
"""

from __future__ import annotations

import inspect
import json
import os
import re
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

import click
from click.testing import CliRunner
from pydantic import TypeAdapter

from daylight.bonds.components import COMPONENTS, DIMENSIONS
from daylight.briefs.records import SCHEMA_VERSION, Brief
from daylight.cli.main import INTERNAL, root
from daylight.core import errors
from daylight.core.lookup import resolve
from daylight.core.states import all_states, lineage, read_table
from daylight.core.status import STATUSES
from daylight.divergences.issues import ISSUES
from daylight.measures import MEASURES
from daylight.measures.measure import Measure
from daylight.measures.numbers import place, position_text
from daylight.sources._kit.declaration import Declaration, declaration, source_ids
from daylight.store.atlas import Atlas, current
from daylight.store.schemas import TABLES, VERSION

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
NOTE = "<!-- Written by docs/generate.py from the code. Do not edit by hand. -->"
TEXT_BY_DEFAULT = ("brief", "bond", "divergence", "ideal-points", "atlas", "sources", "sql")
FORMATS = {"sql": "table"}
PART = re.compile(r"<!-- generated: ([\w-]+) -->\n(.*?)<!-- end -->", re.S)
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.S | re.M)


def grid(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    cells = [[str(c).replace("|", "\\|").replace("\n", " ") for c in line] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def first_line(thing: object) -> str:
    """Return the summary of a docstring as one line."""
    return " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())


def page(title: str, *parts: str) -> str:
    """Return a page with its note."""
    return "\n\n".join([f"# {title}", NOTE, *parts]) + "\n"


# ---- whole pages -------------------------------------------------------------------------

METHODS = {
    "votes": ("similarity", "UN votes"),
    "alliances": ("alliances", "alliances"),
    "trade": ("trade", "trade"),
    "bloc_spells": ("blocs", "blocs"),
    "ideal_points": ("ideal-points", "ideal points"),
}
INTERVALS = {
    "votes": "sampling of roll calls",
    "trade": "rounding, levelling, GDP, totals",
    "alliances": "coded fact: its ends equal the value",
    "bloc_spells": "coded fact: its ends equal the value",
    "ideal_points": "posterior of both positions, folded at zero",
}
ABSENCES = {
    "structural_zero": "the source lists every case: no row means zero",
    "missing": "not known: no row does not mean zero",
}
FOLDS = {
    "same": "both directions are the same",
    "higher": "the higher of the two directions",
    "lower": "the lower of the two directions",
    "absolute": "the size of the difference",
}


def measures_page() -> str:
    """List every measure: what it is, its unit, direction, absence, coverage and citation."""
    spans = current().spans()
    parts = [
        "A measure is one number for a pair of states and a year. `daylight panel` puts any of "
        "them in a column. *Folding* says how the two values of a directed measure become one "
        "when a pair has a single row. *Absence* says what it means that a pair has no row in a "
        "covered year. Outside the covered years there is no value at all "
        "(`outside_coverage`); nothing is filled in.",
        grid(
            ("measure", "title", "unit", "direction", "covered"),
            [
                (
                    f"[`{m.name}`](#{m.name})",
                    m.title,
                    m.unit,
                    "directed" if m.directed else "undirected",
                    _years(spans.get(m.name)),
                )
                for m in MEASURES
            ],
        ),
    ]
    return page("Measures", *parts, *(_measure(m, spans.get(m.name)) for m in MEASURES))


def _years(span: tuple[int, int] | None) -> str:
    return f"{span[0]}-{span[1]}" if span else "not in this atlas yet"


def _measure(m: Measure, span: tuple[int, int] | None) -> str:
    module = f"src/daylight/measures/{m.name}.py"
    text = (ROOT / module).read_text("utf-8").split('"""')[1]
    way = f"directed, of a towards b; folded: {FOLDS[m.undirected]}" if m.directed else "undirected"
    formula = METHODS.get(m.table, (m.table.replace("_", "-"), m.table.replace("_", " ")))
    formula = formula if (DOCS / "methods" / f"{formula[0]}.md").is_file() else None
    where = f"Formula: [{formula[1]}](../methods/{formula[0]}.md); code" if formula else "Code"
    return "\n".join(
        [
            f"## {m.name}",
            "",
            f"**{m.title}.** {' '.join(text.split())}",
            "",
            f"- Unit: {m.unit}",
            f"- Direction: {way}",
            f"- Absence: `{m.absence}`, {ABSENCES[m.absence]}",
            f"- Interval: {INTERVALS.get(m.table, 'see the code')}",
            f"- Covered: {_years(span)}, table [`{m.table}`](tables.md#{m.table})",
            f"- Citation: {m.citation}",
            f"- {where}: [`{module}`](../../{module})",
        ]
    )


def tables_page() -> str:
    """List every table of the atlas with its key, columns and sources."""
    intro = (
        f"The atlas is a folder of Parquet files with a manifest, `atlas.json`. This is layout "
        f"version {VERSION}; an atlas of another version is refused. Pairs are stored once, "
        f"`a` < `b` by Correlates of War (COW) number. Read the tables with "
        f"[`daylight sql`](../how-to/sql.md)."
    )
    parts = []
    for t in TABLES:
        links = ", ".join(f"[{s}](sources.md#{s})" for s in t.sources)
        rows = [(f"`{c}`", kind, text) for c, (kind, text) in t.columns.items()]
        unit = t.unit.replace("_", " ")
        parts.append(
            f"## {t.name}\n\nOne row is one {unit}. Key: {', '.join(f'`{k}`' for k in t.key)}. "
            f"Sources: {links or 'written by the build itself'}.\n\n"
            + grid(("column", "type", "meaning"), rows)
        )
    return page("Tables of the atlas", intro, *parts)


TERMS = {
    "yes": "may be passed on, with the citation",
    "ours": "made by Daylight",
    "ask": "no clear permission seen; derived values only, and the producer should be asked",
    "no": "may not be passed on",
    "refused": "the producer does not want it used so",
}


def sources_page() -> str:
    """List every source with version, coverage, terms, files and notes."""
    specs = [declaration(name) for name in source_ids()]
    intro = (
        "Every source has a folder in `src/daylight/sources` with a `source.yml`; this page is "
        "made from those files. `daylight sources list` and `daylight sources show SOURCE` print "
        "the same. Terms are the ones that we saw; see "
        "[DATA-LICENCES.md](../../DATA-LICENCES.md)."
    )
    table = grid(
        ("source", "title", "years", "may ship"),
        [
            (f"[`{s.id}`](#{s.id})", s.title, f"{s.coverage.start}-{s.coverage.end}",
             s.redistribution)
            for s in specs
        ],
    )  # fmt: skip
    words = grid(("word", "meaning"), [(f"`{k}`", v) for k, v in TERMS.items()])
    return page("Sources", intro, table, "The words under *may ship*:", words, *map(_source, specs))


def _source(s: Declaration) -> str:
    until = f", to {s.coverage.until}" if s.coverage.until else ""
    lines = [
        f"## {s.id}",
        "",
        f"**{s.title}**, {s.version}. {s.producer}. <{s.url}>",
        "",
        f"- Covers: {s.coverage.start} to {s.coverage.end}{until}; states: {s.coverage.system}",
        *(f"- Hole: {hole}" for hole in s.coverage.holes),
        f"- Terms seen: {_flat(s.licence)}",
        f"- May ship: {s.redistribution} ({TERMS[s.redistribution]})",
        f"- What of it ships: {_flat(s.ships)}",
        f"- Seen on: {s.accessed}",
        f"- Cite ({s.citation_key}): {_flat(s.citation)}",
        *(f"- Note: {_flat(note)}" for note in s.notes),
    ]
    rows = [
        (f"`{f.name}`", f"`{f.mirror}`", f"{f.bytes:,}", f.url or _flat(f.by_hand or ""))
        for f in s.files
    ]
    if rows:
        lines += ["", grid(("file", "place in a mirror", "bytes", "how to get it"), rows)]
    if s.packaged:
        lines += ["", f"Part of the code: {', '.join(f'`{name}`' for name in s.packaged)}."]
    return "\n".join(lines)


def _flat(text: str) -> str:
    return " ".join(text.split())


ARRIVALS = ("Persia", "uk", "Burma", "GW:340", "COW:AUS", "AUS", "365", "Côte d'Ivoire")
DATED = (("DEU", 1910), ("DEU", 1970), ("DEU", 2000), ("Russia", 1980), ("Yemen", 1985))


def states_page() -> str:
    """Describe the registry of states, how names resolve, and successions."""
    from datetime import date

    states = all_states()
    spells = sum(len(s.spells) for s in states)
    steps = list(read_table("successions"))
    kinds: dict[str, int] = {}
    for row in steps:
        kinds[row["kind"]] = kinds.get(row["kind"], 0) + 1
    aliases = sum(1 for _ in read_table("aliases"))
    named = [(text, None, resolve(text).label()) for text in ARRIVALS]
    dated = []
    for text, year in DATED:
        day = date(year, 12, 31)
        dated.append((text, str(year), resolve(text, day).label(day)))
    lines = {s.lineage: s for s in states}
    joined = [
        (
            token,
            "; ".join(f"{c} ({a.year}-{b.year if b else ''})" for c, a, b in lineage(state)),
        )
        for token, state in sorted(lines.items())
        if len({c for c, _, _ in lineage(state)}) > 1
    ]
    return page(
        "States",
        f"A state is its Correlates of War (COW) number through time. The registry holds "
        f"{len(states)} states with {spells} spells of membership, from COW State System "
        f"Membership v2016. COW ends on 31 December 2016. That every member of that day goes on "
        f"until today is our extension, not COW's. The registry is four small tables in "
        f"`src/daylight/core/registry`; the build compares them with the files of their sources "
        f"and stops when they differ. In the atlas they are the table "
        f"[`states`](tables.md#states).",
        "## How a text becomes a state",
        f"You may write an ISO 3166 code of three or two letters, a COW abbreviation or number, "
        f"`COW:` or `GW:` with a number (Gleditsch-Ward), or a name. There are {aliases} other "
        f"spellings in the registry; after that the package `countrynames` is asked. Case, "
        f"accents and spaces do not matter. Where an ISO code and a COW abbreviation are the same "
        f"text, ISO wins: `AUS` is Australia, and `COW:AUS` is Austria. A plain number is always "
        f"COW.",
        grid(("text", "date", "state"), [(f"`{t}`", d or "-", s) for t, d, s in named + dated]),
        "A text that names nothing is an error that lists near names (exit code 4). A state that "
        "did not exist on the date is an error that says when it did, and who stood there then "
        "(exit code 5); see [exit codes](../how-to/exit-codes.md).",
        "## Lineages",
        "Histories follow a state through a change of number. The result says so when it does.",
        grid(("lineage", "COW numbers and years"), joined),
        "COW 365 is both the Soviet Union and Russia, and COW 345 is both Yugoslavia and Serbia: "
        "one number, two names. A result uses the name of its date.",
        "## Successions",
        f"The table holds {len(steps)} dated steps from one state to another:",
        grid(
            ("kind", "meaning", "steps"),
            [(k, KINDS[k], n) for k, n in sorted(kinds.items(), key=lambda kn: -kn[1])],
        ),
        "It serves the error messages: it finds who held a state's lands while the state was no "
        "member. Days are COW's. Which state followed which is from general history where the "
        "row says so. Successions never move a value from one state to another.",
        "## Pairs in a panel",
        "A panel has a row for each pair of states that were members on any day of the year. In a "
        "year of change both the old and the new state can therefore have rows.",
    )


KINDS = {
    "continues": "the same state under another number or name",
    "splits": "a state falls apart into several",
    "merges": "a state joins another",
    "secedes": "a part leaves a state that goes on, or a colony becomes independent",
    "occupied": "annexed or occupied; the state may return",
    "seat": "only a seat passes on, as China's in the UN",
}
KEYS = {
    "schema_version": "version of this layout, as text",
    "request": "what was asked, as it was understood: states, date, last full year, the command "
    "that asks it again, versions of Daylight and of the atlas",
    "answer": "the headline, one finding for each section with the fields it rests on, and the "
    "scale of words",
    "bond": "military, political, economic and overall position with interval, rank, components, "
    "history and neighbours",
    "divergence": "agreement and kappa by issue, pooled and by year, with the number of votes",
    "blocs": "blocs shared, of one side only, and looser standings, each with its citation",
    "sources": "every source behind the numbers: version, coverage, terms, citation, address",
    "caveats": "what limits the answer: coverage, definition, data or method",
}


def json_page() -> str:
    """Describe the JSON of a brief."""
    keys = list(Brief.__dataclass_fields__)
    major = SCHEMA_VERSION.split(".")[0]
    return page(
        "JSON of a brief",
        "`daylight brief A B --format json` prints one object; a command whose output is piped "
        f"prints JSON without asking. The full description is the JSON Schema "
        f"[brief-{major}.schema.json](brief-{major}.schema.json), made from the same records that "
        "the text and the page are made from.",
        grid(("key", "what it holds"), [(f"`{k}`", KEYS[k]) for k in keys]),
        "## Rules",
        "- A measured number comes as an *estimate*: `value`, `lo`, `hi`, `n`, `status`, `level`. "
        "`lo` and `hi` are the ends of a 90 % interval. A dimension carries its position in "
        "fields of the same names.\n"
        f"- `status` is one of {', '.join(f'`{s}`' for s in STATUSES)}. Where there is no value, "
        "`value` is null and `status` says why. A null is never a zero.\n"
        "- Dates are `YYYY-MM-DD`. Floats are rounded to six decimals, so a fraction below half a "
        "millionth reads as 0; its `status` is still `observed`. Panels are not rounded.\n"
        "- The same question, Daylight and atlas give the same JSON.",
        "## Versions",
        f"This is version {SCHEMA_VERSION}. The first number grows when a reader could break: a "
        "key removed, renamed, or with another meaning. The second grows when something is "
        "added. Readers should ignore keys that they do not know. Numbers can change without a "
        "new version when the atlas is rebuilt: `request.atlas` names the atlas, and the "
        "changelog says so.",
    )


def schema_page() -> str:
    """Return the JSON schema of a brief."""
    schema = TypeAdapter(Brief).json_schema(mode="serialization")
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def exit_codes_page() -> str:
    """List the errors with their exit codes."""
    own = [
        c
        for c in vars(errors).values()
        if inspect.isclass(c) and issubclass(c, errors.DaylightError)
    ]
    rows = []
    for c in sorted(own, key=lambda c: c.exit_code):
        also = [b.__name__ for b in c.__bases__ if b is not errors.DaylightError]
        rows.append((c.exit_code, f"`{c.__name__}`", ", ".join(also), first_line(c)))
    return page(
        "Tell errors apart by exit code",
        "Every expected error is one line on standard error that begins with `daylight:`. It says "
        "what is wrong, what was expected, and what to do. Nothing half-written is left behind. "
        "In Python the same errors are classes in `daylight.core.errors`; each is also a builtin "
        "error, so you can catch either.",
        grid(
            ("code", "error", "also a", "when"),
            [
                (0, "-", "-", "All went well. `--help` and a closed pipe also end with 0."),
                (2, "-", "-", "The command line itself is wrong: unknown option or command."),
                *rows,
                (INTERNAL, "-", "-", "A fault of Daylight itself. Set `DAYLIGHT_DEBUG=1` to see "
                 "the trace, and report it."),
            ],
        ),
        "## Examples",
        "```console\n$ daylight bond RUS Persiaa\n...\n```",
        "```console\n$ daylight bond RUS GDR --as-of 2000\n...\n```",
        "The code of the first is 4, of the second 5.",
    )  # fmt: skip


def commands_page() -> str:
    """List every command with its arguments and options."""
    context = click.Context(root, info_name="daylight")
    parts = []
    for name, command in _commands(root, context, "daylight"):
        arguments = [
            p.make_metavar(context) for p in command.params if p.param_type_name != "option"
        ]
        rows = [
            (f"`{', '.join([*o.opts, *o.secondary_opts])}`", _choices(o), o.help or "")
            for o in command.params
            if isinstance(o, click.Option) and o.name != "help"
        ]
        head = f"## {name}\n\n{' '.join((command.help or '').split())}"
        head += f"\n\nArguments: `{' '.join(arguments)}`." if arguments else ""
        parts.append(head + ("\n\n" + grid(("option", "value", "meaning"), rows) if rows else ""))
    intro = (
        "Every command has `--help`. On a terminal results are text. Into a pipe or a file, "
        "`brief`, `bond`, `divergence`, `atlas` and `sources` write JSON, `panel` writes CSV and "
        "`sql` writes JSON; `--format` overrules that. A file named with `-o` appears whole or "
        "not at all."
    )
    where = grid(
        ("variable", "meaning"),
        [
            ("`DAYLIGHT_ATLAS`", "folder of the atlas to use in place of the one that ships"),
            ("`DAYLIGHT_MIRROR`", "folder with the files of the sources; nothing is downloaded"),
            ("`DAYLIGHT_CACHE`", "folder for downloads, where no mirror is set"),
            ("`DAYLIGHT_DEBUG`", "show the trace of an internal error"),
        ],
    )
    return page("Commands", intro, *parts, "## Environment", where)


def _choices(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return ", ".join(option.type.choices)
    return "" if option.is_flag else option.metavar or option.type.name


def _commands(
    group: click.Group, context: click.Context, prefix: str
) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{prefix} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, context, f"{prefix} {name}")


# ---- parts of pages ----------------------------------------------------------------------

GROUPS = (
    ("NATO members", "NATO", 2016),
    ("EU members", "EU", 2016),
    ("GCC members", "GCC", 2016),
    ("ASEAN members", "ASEAN", 2016),
    ("CSTO members", "CSTO", 2016),
    ("EAEU members", "EAEU", 2016),
    ("Warsaw Pact members", "Warsaw Pact", 1980),
)
PAIRS = (
    ("USA", "CAN", 2016), ("FRA", "DEU", 2016), ("AUS", "NZL", 2016), ("RUS", "BLR", 2016),
    ("USA", "JPN", 2016), ("CHN", "PRK", 2016), ("RUS", "IRN", 2016), ("RUS", "CHN", 2016),
    ("USA", "RUS", 2016), ("USA", "IRN", 2016), ("USA", "PRK", 2016), ("IND", "PAK", 2016),
    ("ISR", "IRN", 2016), ("RUS", "UKR", 2016), ("ARM", "AZE", 2016), ("PRK", "KOR", 2016),
    ("USA", "RUS", 1980), ("RUS", "POL", 1980),
)  # fmt: skip
COLUMNS = (*DIMENSIONS, "overall")


def _positions(book: Atlas, year: int) -> dict[tuple[str, int, int], tuple[float, float, float]]:
    rows = book.years("bonds", year, year)
    names = ("dimension", "a", "b", "value", "below", "above")
    return {
        (d, int(a), int(b)): (v / 10, max(v / 10 - lo, 0), min(v / 10 + hi, 100))
        for d, a, b, v, lo, hi in zip(*(rows[n].tolist() for n in names), strict=True)
    }


def known_groups() -> str:
    """Median positions of pairs within groups that everybody knows."""
    from datetime import date
    from itertools import combinations

    book = current()
    rows = []
    for title, bloc, year in GROUPS:
        day = date(year, 12, 31)
        spells = book.rows(
            "bloc_spells",
            'bloc = ? AND status = \'full\' AND start <= ? AND ("end" IS NULL OR "end" > ?)',
            (bloc, day, day),
        )
        cows = sorted({int(c) for c in spells["cow"].tolist()})
        found = _positions(book, year)
        pairs = list(combinations(cows, 2))
        medians = []
        for column in COLUMNS:
            values = [found[column, a, b][0] for a, b in pairs if (column, a, b) in found]
            medians.append(place(median(values)) if values else "-")
        rows.append((f"{title}, {year}", len(pairs), *medians))
    return grid(("pairs within", "pairs", *COLUMNS), rows)


def known_pairs() -> str:
    """Positions of pairs that everybody knows, with intervals."""
    book = current()
    rows = []
    for one, two, year in PAIRS:
        from datetime import date

        day = date(year, 12, 31)
        a, b = resolve(one, day), resolve(two, day)
        low, high = sorted((a.cow, b.cow))
        found = _positions(book, year)
        cells = []
        for column in COLUMNS:
            if (column, low, high) in found:
                value, lo, hi = found[column, low, high]
                cells.append(position_text(value, lo, hi))
            else:
                cells.append("no value")
        rows.append((f"{a.name_on(day)}, {b.name_on(day)}, {year}", *cells))
    return grid(("pair", *COLUMNS), rows)


def components() -> str:
    """List the components of the bond with weights and reasons."""
    rows = [
        (
            c.dimension,
            f"[`{c.measure}`](../reference/measures.md#{c.measure})",
            f"{c.weight:g}",
            "yes" if c.required else "no",
            FOLDS[c.fold] if c.fold != "same" else "-",
            c.reason,
        )
        for c in COMPONENTS
    ]
    return grid(("dimension", "measure", "weight", "required", "of two directions", "why"), rows)


def bloc_list() -> str:
    """List the blocs with kind and dates."""
    book = current()
    rows = book.rows("blocs", "true ORDER BY bloc")
    columns = (rows[c].tolist() for c in ("bloc", "name", "kind", "founded", "ended"))
    return grid(
        ("bloc", "name", "kind", "from", "to"),
        [(b, n, k, f, e or "") for b, n, k, f, e in zip(*columns, strict=True)],
    )


def issue_list() -> str:
    """List the six issues with how many votes they had."""
    book = current()
    rows = [
        (code, name, f"{book.held(code, 1946, 2020):,}", f"{book.held(code, 2021, 2026):,}")
        for code, name in ISSUES.items()
    ]
    rows.append(("all", "all votes", f"{book.held('all', 1946, 2020):,}",
                 f"{book.held('all', 2021, 2026):,}"))  # fmt: skip
    return grid(("code", "name", "votes 1946-2020", "votes 2021-2026"), rows)


def coverage_list() -> str:
    """List the last covered year of each dimension and kind of measure."""
    spans = current().spans()
    names = ("vote_kappa", "alliance_obligation", "trade_dependence", "shared_blocs", *COLUMNS)
    rows = []
    for name in names:
        what = "position" if name in COLUMNS else "measure"
        rows.append((f"`{name}`", what, spans[name][0], spans[name][1]))
    return grid(("name", "kind", "first year", "last year"), rows)


def holes_list() -> str:
    """Count the declared holes of trade by reason."""
    rows = current().rows("holes")
    found: dict[str, list[tuple[int, int]]] = {}
    for reason, start, end in zip(*(rows[c].tolist() for c in ("reason", "start", "end")),
                                  strict=True):  # fmt: skip
        found.setdefault(reason, []).append((int(start), int(end)))
    return grid(
        ("years", "reason"),
        [(f"{min(s for s, _ in v)}-{max(e for _, e in v)}", k) for k, v in sorted(found.items())],
    )


PAGES: dict[str, Callable[[], str]] = {
    "reference/measures.md": measures_page,
    "reference/tables.md": tables_page,
    "reference/sources.md": sources_page,
    "reference/states.md": states_page,
    "reference/json.md": json_page,
    f"reference/brief-{SCHEMA_VERSION.split('.')[0]}.schema.json": schema_page,
    "reference/commands.md": commands_page,
    "how-to/exit-codes.md": exit_codes_page,
}
PARTS: dict[str, Callable[[], str]] = {
    "known-groups": known_groups,
    "known-pairs": known_pairs,
    "components": components,
    "blocs": bloc_list,
    "issues": issue_list,
    "coverage": coverage_list,
    "holes": holes_list,
}


# ---- console blocks ----------------------------------------------------------------------


def steps(block: str) -> list[tuple[str, list[str]]]:
    """Split a console block into commands, each with the output lines below it."""
    found: list[tuple[str, list[str]]] = []
    for line in block.rstrip("\n").split("\n"):
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


def words_of(command: str) -> list[str] | None:
    """Return the words of a plain ``daylight`` command, or None for any other."""
    words = shlex.split(command)
    plain = not {"|", ">", "&&", "<"} & set(words)
    return words[1:] if plain and words and words[0] == "daylight" else None


def run(words: list[str]) -> str:
    """Return what a command prints on a terminal."""
    given = list(words)
    if (
        words[0] in TEXT_BY_DEFAULT
        and not {"--format", "-o", "--output", "fetch", "--help"} & set(words)
        and words[:2] != ["sources", "verify"]
    ):
        given += ["--format", FORMATS.get(words[0], "text")]
    result = CliRunner().invoke(root, given)
    broken = isinstance(result.exception, errors.AtlasDamaged)
    if isinstance(result.exception, errors.DaylightError) and not broken:
        return f"daylight: {result.exception}"
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output.rstrip("\n")


def refilled(block: str) -> str:
    """Return a console block with fresh output."""
    lines: list[str] = []
    for command, shown in steps(block):
        lines.append(f"$ {command}")
        words = words_of(command)
        if not shown or words is None:
            lines += shown
            continue
        fresh = run(words).split("\n")
        cut = shown[-1] == "..." and len(shown) > 1
        lines += [*fresh[: len(shown) - 1], "..."] if cut and len(fresh) >= len(shown) else fresh
    return "\n".join(lines) + "\n"


# ---- writing and checking ----------------------------------------------------------------


def filled(text: str) -> str:
    """Return a page with its generated parts and console output fresh."""
    text = PART.sub(lambda m: f"<!-- generated: {m[1]} -->\n{PARTS[m[1]]()}\n<!-- end -->", text)
    return BLOCK.sub(lambda m: f"```console\n{refilled(m[1])}```", text)


def fresh() -> dict[Path, str]:
    """Return every generated file with the contents that it should have."""
    os.environ.pop("DAYLIGHT_ATLAS", None)
    found = {DOCS / name: filled(make()) for name, make in PAGES.items()}
    by_hand = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
    for path in by_hand:
        if path not in found and path.is_file():
            found[path] = filled(path.read_text("utf-8"))
    return found


def main(check: bool) -> int:
    """Write every stale file, or only name them and return 1."""
    stale = {
        path: text
        for path, text in fresh().items()
        if not path.is_file() or path.read_text("utf-8") != text
    }
    for path, text in stale.items():
        print(f"{'stale' if check else 'wrote'}: {path.relative_to(ROOT)}")
        if not check:
            path.write_text(text, "utf-8")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))

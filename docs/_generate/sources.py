"""The page of sources."""

from __future__ import annotations

from daylight.sources.kit.declaration import Declaration, declaration, source_ids
from daylight.sources.kit.ties.yearly_facts import yearly_facts

from .markdown import flat, grid, page

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


def yearly_list() -> str:
    """List the yearly facts of pairs that have no measure of their own."""
    rows = [
        (
            f"`{fact.tie.measure}`",
            fact.unit,
            "yes" if fact.directed else "no",
            fact.tie.start,
            fact.tie.end,
            ", ".join(f"[`{s}`](../reference/sources.md#{s})" for s in fact.sources),
        )
        for fact in yearly_facts()
    ]
    return grid(("fact", "value", "directed", "first year", "last year", "sources"), rows)


def _source(s: Declaration) -> str:
    until = f", to {s.coverage.until}" if s.coverage.until else ""
    lines = [
        f"## {s.id}",
        "",
        f"**{s.title}**, {s.version}. {s.producer}. <{s.url}>",
        "",
        f"- Covers: {s.coverage.start} to {s.coverage.end}{until}; states: {s.coverage.system}",
        *(f"- Hole: {hole}" for hole in s.coverage.holes),
        f"- Terms seen: {flat(s.licence)}",
        f"- May ship: {s.redistribution} ({TERMS[s.redistribution]})",
        f"- What of it ships: {flat(s.ships)}",
        f"- Seen on: {s.accessed}",
        f"- Cite ({s.citation_key}): {flat(s.citation)}",
        *(f"- Note: {flat(note)}" for note in s.notes),
    ]
    rows = [
        (f"`{f.name}`", f"`{f.mirror}`", f"{f.bytes:,}", f.url or flat(f.by_hand or ""))
        for f in s.files
    ]
    if rows:
        lines += ["", grid(("file", "place in a mirror", "bytes", "how to get it"), rows)]
    if s.supplied:
        lines += ["", f"Supplied by you: {flat(s.supplied)}"]
    if s.packaged:
        lines += ["", f"Part of the code: {', '.join(f'`{name}`' for name in s.packaged)}."]
    return "\n".join(lines)


def terms() -> str:
    """List producer, terms and what ships of every source of which anything may ship."""
    specs = [s for s in map(declaration, source_ids()) if s.supplied is None]
    marks = {"ask": "**ask**"}
    rows = [
        (f"{s.title}, {s.version} (`{s.id}`)", s.producer, flat(s.licence), flat(s.ships),
         marks.get(s.redistribution, s.redistribution))
        for s in specs
    ]  # fmt: skip
    head = ("source", "producer", "terms as seen", "what of it ships", "redistribution")
    return grid(head, rows)

"""What the source text of a module names: imports, files, and whether it finds any by itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

PACKAGE = "daylight"
REFERENCE = re.compile(rf"{PACKAGE}(?:\.\w+)+:\w+")
LOADERS = {"import_module", "__import__", "exec_module", "load_module", "run_module", "run_path"}
"""Names of functions that import a module by its name."""
PLACES = {
    "__file__", "__path__", "__package__", "__spec__", "__loader__", "resources", "pkgutil",
    "find_spec", "getfile",
}  # fmt: skip
"""Names by which a module finds files that lie beside it."""


@dataclass(frozen=True, slots=True)
class Import:
    """One name that a module imports.

    Attributes
    ----------
    level : int
        How many packages up; 0 for an absolute import.
    module : str
        The module named.
    name : str or None
        The name taken from it; None for the module itself.
    """

    level: int
    module: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """What the source text of a module names.

    Attributes
    ----------
    imports : tuple of Import
        Those that a run can reach, and what it names as code to be loaded, ``module:name``.
    passed_on : dict of str to Import
        Names that it has from one other module each and as they are, with where from.
    words : frozenset of str
        Its string constants, and the constant parts of others.
    loads_by_name : bool
        Whether it imports modules whose names are not in the text.
    finds_files : bool
        Whether it can find files beside it whose names are not in the text.
    """

    imports: tuple[Import, ...]
    passed_on: dict[str, Import]
    words: frozenset[str]
    loads_by_name: bool
    finds_files: bool


@lru_cache(maxsize=1024)
def read(text: str) -> Text:
    """Return what the source text of a module names."""
    nodes = list(_reachable(ast.parse(text)))
    imports: list[Import] = []
    passed_on: dict[str, set[Import]] = {}
    words: set[str] = set()
    names: dict[ast.AST, str] = {}
    aliases = {a.asname for node in nodes for a in _loaders(node) if a.asname}
    given: set[ast.AST] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            imports += [Import(0, alias.name, None) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            for a in node.names:
                imports.append(Import(node.level, node.module or "", a.name))
                passed_on.setdefault(a.asname or a.name, set()).add(imports[-1])
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words.add(node.value)
            if REFERENCE.fullmatch(node.value):
                module, _, name = node.value.partition(":")
                imports.append(Import(0, module, name))
        elif isinstance(node, ast.Name | ast.Attribute):
            names[node] = node.id if isinstance(node, ast.Name) else node.attr
        elif isinstance(node, ast.Call) and (module := _constant(node)):
            given.add(node.func)
            if _called(node) in LOADERS | aliases:
                imports.append(Import(0, module, None))
    by_name = any(name in LOADERS | aliases for node, name in names.items() if node not in given)
    parts = {part for one in imports for part in (*one.module.split("."), one.name)}
    own = {node.id for node in names if isinstance(node, ast.Name) and _is_set(node)}
    return Text(
        tuple(imports),
        {
            name: next(iter(of))
            for name, of in passed_on.items()
            if len(of) == 1 and name not in own
        },
        frozenset(words),
        by_name or bool(LOADERS & words),
        bool(PLACES & (parts | set(names.values()))),
    )


def _is_set(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def _loaders(node: ast.AST) -> list[ast.alias]:
    """Return what a node imports of the functions that import by name."""
    aliases = node.names if isinstance(node, ast.ImportFrom) else []
    return [alias for alias in aliases if alias.name in LOADERS]


def _called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _constant(node: ast.Call) -> str:
    """Return the absolute name that is the one argument of a call, if it is a constant."""
    first = node.args[0] if len(node.args) == 1 and not node.keywords else None
    word = first.value if isinstance(first, ast.Constant) else None
    return word if isinstance(word, str) and not word.startswith(".") else ""


def _reachable(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield every node below.

    What stands under ``if TYPE_CHECKING`` no run reaches; what stands under its ``else`` all do.
    """
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and _for_types(node.test):
            below: list[ast.AST] = [*node.orelse]
        else:
            below = list(ast.iter_child_nodes(node))
        yield from below
        waiting += below


def _for_types(test: ast.expr) -> bool:
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"

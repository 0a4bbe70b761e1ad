"""Which files of the package a module rests on: what it imports, all the way, and its data.

Read from the source text, so that imports within functions count and nothing has to be run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from pathlib import Path

from daylight.store.sha import sha256

PACKAGE = "daylight"
DATA = (".csv", ".yml")


@dataclass(frozen=True, slots=True)
class Text:
    """What the source text of a module names.

    Attributes
    ----------
    imports : tuple of (int, str, str or None)
        Level (0 for an absolute one), module and name of each import that a run can reach.
    passed_on : dict of str to (str, str)
        Names that it has from other modules, with module and name there.
    words : frozenset of str
        Its string constants.
    loads_by_name : bool
        Whether it imports modules whose names are not in the text.
    """

    imports: tuple[tuple[int, str, str | None], ...]
    passed_on: dict[str, tuple[str, str]]
    words: frozenset[str]
    loads_by_name: bool


@lru_cache(maxsize=1024)
def read(text: str) -> Text:
    """Return what the source text of a module names."""
    imports: list[tuple[int, str, str | None]] = []
    passed_on: dict[str, tuple[str, str]] = {}
    words, by_name = set(), False
    for node in _reachable(ast.parse(text)):
        if isinstance(node, ast.Import):
            imports += [(0, alias.name, None) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            imports += [(node.level, node.module or "", alias.name) for alias in node.names]
            if not node.level:
                named = {a.asname or a.name: (node.module or "", a.name) for a in node.names}
                passed_on |= named
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words.add(node.value)
        elif isinstance(node, ast.Name) and node.id in {"import_module", "__import__"}:
            by_name = True
    return Text(tuple(imports), passed_on, frozenset(words), by_name)


class Code:
    """The source of the package in a folder.

    Parameters
    ----------
    root : Path
        Folder of the package; by default of the one that is running.
    """

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or Path(str(resources.files(PACKAGE)))
        self.imports = cache(self._imports)
        self.data = cache(self._data)
        self.digest = cache(sha256)
        self.text = cache(self._text)

    def files(self, modules: Iterable[str]) -> tuple[Path, ...]:
        """Return the files that `modules` rest on, in order: modules, and data that they name."""
        reached = self.closure(modules)
        data = {path for module in reached for path in self.data(module)}
        return tuple(sorted({self.path(module) for module in reached} | data))

    def closure(self, modules: Iterable[str]) -> set[str]:
        """Return `modules` and all modules of the package that these import, all the way."""
        reached: set[str] = set()
        waiting = list(modules)
        while waiting:
            module = waiting.pop()
            if module not in reached:
                reached.add(module)
                waiting += self.imports(module)
        return reached

    def path(self, module: str) -> Path:
        """Return the file of a module."""
        place = self.root.joinpath(*module.split(".")[1:])
        return place / "__init__.py" if module in self._packages else place.with_suffix(".py")

    def _imports(self, module: str) -> set[str]:
        """Return the modules of the package that a module imports itself.

        A name that a package only passes on counts for the module that defines it.
        """
        inside = module.split(".")
        if module not in self._packages:
            inside = inside[:-1]
        imported = set()
        for level, of, name in self.text(module).imports:
            home = inside[: len(inside) + 1 - level] if level else []
            origin = ".".join([*home, *([of] if of else [])])
            if origin.split(".")[0] == PACKAGE:
                imported.add(self._home(origin, name))
        return imported

    def _home(self, origin: str, name: str | None) -> str:
        """Return the module that `name` of `origin` is, or is defined in."""
        if name is None:
            return origin
        if f"{origin}.{name}" in self._modules:
            return f"{origin}.{name}"
        if origin in self._packages:
            place = self.text(origin).passed_on.get(name)
            if place and place[0].split(".")[0] == PACKAGE:
                return self._home(*place)
        return origin

    def _data(self, module: str) -> set[Path]:
        """Return the data files below a module's folder that it names, or whose kind it names."""
        words = self.text(module).words
        return {path for path in self._lying_by(module) if {path.name, path.suffix} & words}

    def _lying_by(self, module: str) -> Iterator[Path]:
        """Yield data files in the folder of a module and in folders of it that are no packages."""
        own = self.path(module).parent
        for path in self._data_files:
            if path.is_relative_to(own):
                between = path.relative_to(own).parents
                if not any((own / folder / "__init__.py").is_file() for folder in between[:-1]):
                    yield path

    def _text(self, module: str) -> Text:
        return read(self.path(module).read_text("utf-8"))

    @cached_property
    def _modules(self) -> set[str]:
        parts = (path.relative_to(self.root).with_suffix("").parts for path in self._files(".py"))
        return {".".join((PACKAGE, *part)).removesuffix(".__init__") for part in parts}

    @cached_property
    def _packages(self) -> set[str]:
        folders = (p.parent for p in self._files(".py") if p.name == "__init__.py")
        return {".".join((PACKAGE, *folder.relative_to(self.root).parts)) for folder in folders}

    @cached_property
    def _data_files(self) -> list[Path]:
        return [path for kind in DATA for path in self._files(kind)]

    def _files(self, kind: str) -> list[Path]:
        return sorted(self.root.rglob(f"*{kind}"))


def _reachable(node: ast.AST) -> Iterator[ast.AST]:
    """Yield every node below, but none under ``if TYPE_CHECKING``, which no run reaches."""
    waiting = [node]
    while waiting:
        for child in ast.iter_child_nodes(waiting.pop()):
            test = child.test if isinstance(child, ast.If) else None
            if not (isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"):
                yield child
                waiting.append(child)

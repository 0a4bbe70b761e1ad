"""Which files of the package a module rests on: what it imports, all the way, and its data.

Read from the source text, so that imports within functions count and nothing has to be run.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache, cached_property
from importlib import metadata, resources
from pathlib import Path

from daylight.build.text import PACKAGE, Import, Text, read
from daylight.store.sha import sha256

NO_DATA = (".py", ".pyc", ".pyi", ".md")
"""Endings of code, and of what only people read."""
OF_A_SOURCE = ("source.yml", "corrections.yml")
"""The kit reads these for every source; they count with the source."""
ATLAS = "store/embedded"
FOLDER = re.compile(rf"{PACKAGE}(?:\.\w+)+")


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
        self.beside = cache(self._beside)
        self._library = cache(_library)

    def files(self, modules: Iterable[str]) -> tuple[Path, ...]:
        """Return the files that `modules` rest on, in order: modules, and data that they read.

        The packages that a module lies in run before it, so they count. What these import does
        not, where nothing is taken from them: else a measure would count for every table.
        """
        reached = self.closure(modules)
        data = {path for module in reached for path in self.data(module)}
        packages = {package for module in reached for package in self._above(module)}
        return tuple(sorted({self.path(module) for module in reached | packages} | data))

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

    def libraries(self, modules: Iterable[str]) -> tuple[str, ...]:
        """Return name and version of each library from outside that `modules` import themselves.

        Those that the libraries need themselves do not count.
        """
        named = {
            i.module.split(".")[0] for m in modules for i in self.text(m).imports if not i.level
        }
        outside = named - {PACKAGE} - sys.stdlib_module_names
        return tuple(sorted(line for root in outside for line in self._library(root)))

    def path(self, module: str) -> Path:
        """Return the file of a module."""
        place = self.root.joinpath(*module.split(".")[1:])
        return place / "__init__.py" if module in self._packages else place.with_suffix(".py")

    def _imports(self, module: str) -> set[str]:
        """Return the modules of the package that a module imports itself."""
        found = (self._home(module, one) for one in self.text(module).imports)
        return {home for home in found if home}

    def _home(
        self, module: str, one: Import, seen: frozenset[tuple[str, Import]] = frozenset()
    ) -> str | None:
        """Return the module of the package that an import of `module` reaches.

        A name that a package only passes on counts for the module that defines it.
        """
        inside = module.split(".") if module in self._packages else module.split(".")[:-1]
        home = inside[: len(inside) + 1 - one.level] if one.level else []
        origin = ".".join([*home, *([one.module] if one.module else [])])
        if f"{origin}.{one.name}" in self._modules:
            return f"{origin}.{one.name}"
        if origin in self._packages and (origin, one) not in seen:
            place = self.text(origin).passed_on.get(one.name or "")
            defined = self._home(origin, place, seen | {(origin, one)}) if place else None
            if defined:
                return defined
        return origin if origin in self._modules else None

    def _data(self, module: str) -> set[Path]:
        """Return the data files that a module names, and those that it may find without.

        A name counts for files beside the module; for others only where none beside it has the
        name. A part of a name, such as an ending, counts for all of that ending beside it.
        """
        text, own = self.text(module), self.beside(self.path(module).parent)
        found = {path for place in self._places(module) for path in self.beside(place)}
        for word in text.words:
            everywhere = self._by_name.get(word.rpartition("/")[2], frozenset())
            named = (everywhere & own) or everywhere
            dot, ending = word.rpartition(".")[1:]
            alike = {p for p in own if p.suffix.lower() == f".{ending.lower()}"} if dot else set()
            found |= named or alike
        return found

    def _places(self, module: str) -> set[Path]:
        """Return the folders of the package that a module names or may find files in."""
        text = self.text(module)
        dotted = (word.split(".") for word in text.words if FOLDER.fullmatch(word))
        places = {self.root.joinpath(*parts[1:]) for parts in dotted}
        if text.finds_files:
            places.add(self.path(module).parent)
            places |= {self.path(m).parent for m in self.imports(module) & self._packages}
        return places

    def _above(self, module: str) -> list[str]:
        """Return the packages that a module lies in."""
        parts = module.split(".")
        names = (".".join(parts[:length]) for length in range(1, len(parts)))
        return [name for name in names if name in self._packages]

    def _beside(self, folder: Path) -> frozenset[Path]:
        """Return the data files in a folder and in folders of it that are no packages."""
        found = set()
        for path in self._data_files:
            if path.is_relative_to(folder):
                between = path.relative_to(folder).parents
                if not any((folder / inner / "__init__.py").is_file() for inner in between[:-1]):
                    found.add(path)
        return frozenset(found)

    def _text(self, module: str) -> Text:
        return read(self.path(module).read_text("utf-8"))

    @cached_property
    def _modules(self) -> set[str]:
        parts = (path.relative_to(self.root).with_suffix("").parts for path in self._sources)
        return {".".join((PACKAGE, *part)).removesuffix(".__init__") for part in parts}

    @cached_property
    def _packages(self) -> set[str]:
        folders = (path.parent for path in self._sources if path.name == "__init__.py")
        return {".".join((PACKAGE, *folder.relative_to(self.root).parts)) for folder in folders}

    @cached_property
    def _sources(self) -> list[Path]:
        return sorted(self.root.rglob("*.py"))

    @cached_property
    def _data_files(self) -> frozenset[Path]:
        return frozenset(
            path
            for path in self.root.rglob("*")
            if path.suffix.lower() not in NO_DATA
            and path.name not in OF_A_SOURCE
            and not path.name.startswith(".")
            and not path.is_relative_to(self.root / ATLAS)
            and path.is_file()
        )

    @cached_property
    def _by_name(self) -> dict[str, frozenset[Path]]:
        names = {path.name for path in self._data_files}
        return {name: frozenset(p for p in self._data_files if p.name == name) for name in names}


@cache
def _distributions() -> dict[str, list[str]]:
    return {root: sorted(set(of)) for root, of in metadata.packages_distributions().items()}


def _library(root: str) -> tuple[str, ...]:
    """Return name and version of what an import name from outside belongs to."""
    found = _distributions().get(root, [])
    return tuple(f"{name} {metadata.version(name)}" for name in found) or (f"{root} absent",)

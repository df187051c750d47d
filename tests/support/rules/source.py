"""Reading the project's own source: parsed once, with a clear failure where a package is missing."""

import ast
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("portal", "backoffice", "web", "domain")
TESTS = ("tests", "e2e")
SHOWN = 50
# Folders of other people's files, of generated ones, and of what static files are made from: no Python, no templates.
NOT_OURS = frozenset({"node_modules", "__pycache__", "vendor", ".venv", "dist", "assets"})


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root, its text, its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders and the file name, without the ending: `domain/intake/events.py` gives three."""
        return tuple(self.path.removesuffix(".py").split("/"))

    @property
    def module(self) -> str:
        """The dotted name under which the file is imported."""
        return ".".join(self.parts).removesuffix(".__init__")

    def at(self, line: int, says: str) -> str:
        """One finding, in the form an editor can jump to."""
        return f"{self.path}:{line}: {says}"


def files(root: Path, packages: Iterable[str], endings: Sequence[str]) -> Iterator[Path]:
    """Every file of ours with one of the endings, in a stable order. Refuses a package that is not there."""
    for package in packages:
        folder = root / package
        if not folder.is_dir():
            raise AssertionError(f"{package}/ is missing under {root}: this rule has nothing to read")
        for place, folders, names in os.walk(folder):
            folders[:] = sorted(f for f in folders if f not in NOT_OURS and not f.startswith("."))
            yield from (Path(place) / name for name in sorted(names) if name.endswith(tuple(endings)))


def read_sources(root: Path, packages: Iterable[str] = PACKAGES) -> list[Source]:
    """Every Python file of the packages, parsed. A file that does not parse is an error, never skipped."""
    found = []
    for path in files(root, packages, [".py"]):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(root).as_posix()
        found.append(Source(name, text, ast.parse(text, filename=name)))
    return found


@cache
def house(*packages: str) -> tuple[Source, ...]:
    """The real tree, read once per test run."""
    return tuple(read_sources(ROOT, packages or PACKAGES))


def at_least(number: int, things: Sequence[object], what: str) -> None:
    """Fails when too little was read: a rule over nothing is not a rule kept."""
    assert len(things) >= number, f"only {len(things)} {what} were read, expected at least {number}"


def nothing(offences: Sequence[str]) -> None:
    """Fails with every finding on its own line; of a great many, the first and how many more there are."""
    shown = [*offences[:SHOWN], f"… and {len(offences) - SHOWN} more"] if len(offences) > SHOWN else offences
    assert not offences, "\n" + "\n".join(shown)


def plant(root: Path, path: str, text: str) -> Path:
    """Writes a file in a temporary tree, with the folders above it, for a rule to find."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a syntax tree, nested ones and methods too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def dotted(node: ast.AST) -> str:
    """`work.session.commit` for that expression; an empty part where it is not a plain name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    if isinstance(node, ast.Call):
        return dotted(node.func)
    return ""


def imports(source: Source) -> Iterator[tuple[int, str, str]]:
    """(line, module, name) for each import; the name is empty for `import module`."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, module, alias.name) for alias in node.names)

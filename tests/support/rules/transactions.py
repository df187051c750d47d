"""One place commits, no network inside a transaction, and a few imports and words that are not used here."""

import ast
from collections.abc import Callable, Iterable

from tests.support.rules.source import Source, dotted, imports

JOSE_HOME = "domain/access/gateways/jose_tokens.py"
STREAMS = frozenset({"stdout", "stderr"})


def _calls(source: Source, method: str) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method
    ]


def _owner(call: ast.Call) -> str:
    return dotted(call.func).split(".")[-2]


def committing_files(sources: Iterable[Source]) -> list[str]:
    """The files in which a session is committed: the house has exactly one."""
    return [s.path for s in sources if any("session" in _owner(call).lower() for call in _calls(s, "commit"))]


def stray_commits(sources: Iterable[Source]) -> list[str]:
    """Commits of anything else (a bare connection) outside `domain/platform/`, where the database is set up."""
    return [
        source.at(call.lineno, "commits: only the unit of work does")
        for source in sources
        if not source.path.startswith("domain/platform/")
        for call in _calls(source, "commit")
    ]


def silent_flushes(sources: Iterable[Source]) -> list[str]:
    """`flush()` without a comment, on its line or the one above, that says why the database must know now."""
    found = []
    for source in sources:
        lines = ["", *source.text.splitlines()]
        for call in _calls(source, "flush"):
            near = lines[call.lineno - 1].strip().startswith("#") or "#" in lines[call.lineno]
            if _owner(call) not in STREAMS and not near:
                found.append(source.at(call.lineno, "flush() needs a comment that says why"))
    return found


def _imported(sources: Iterable[Source], package: str, allowed: Callable[[Source], bool], says: str) -> list[str]:
    return [
        source.at(line, says)
        for source in sources
        if not allowed(source)
        for line, module, _name in imports(source)
        if module.split(".")[0] == package
    ]


def stray_jose(sources: Iterable[Source]) -> list[str]:
    """python-jose anywhere but in the one file that hides it."""
    return _imported(sources, "jose", lambda s: s.path == JOSE_HOME, f"jose is imported only in {JOSE_HOME}")


def stray_httpx(sources: Iterable[Source]) -> list[str]:
    """Outside calls anywhere but in a context's `gateways/`, and in the platform's `outside/` that guards them."""
    return _imported(
        sources, "httpx", lambda s: bool({"gateways", "outside"} & set(s.parts)), "httpx is imported only in gateways/"
    )


def postponed_annotations(sources: Iterable[Source]) -> list[str]:
    """`from __future__ import annotations`, TYPE_CHECKING and relative imports: they break Litestar or SQLModel."""
    found = []
    for source in sources:
        for line, module, name in imports(source):
            if module == "__future__" and name == "annotations":
                found.append(source.at(line, "from __future__ import annotations is not used here"))
            if name == "TYPE_CHECKING":
                found.append(source.at(line, "TYPE_CHECKING is not used here: import for real"))
            if module.startswith("."):
                found.append(source.at(line, "relative import: name the package"))
        found += [
            source.at(node.lineno, "TYPE_CHECKING is not used here: import for real")
            for node in ast.walk(source.tree)
            if isinstance(node, ast.Attribute) and node.attr == "TYPE_CHECKING"
        ]
    return found


def prints(sources: Iterable[Source]) -> list[str]:
    """`print()` outside the command line: everything else writes to the log."""
    return [
        source.at(node.lineno, "print() only in the command line: use the log")
        for source in sources
        if source.parts[:2] not in (("domain", "cli"), ("domain", "commands"))
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]

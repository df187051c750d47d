"""How big things may grow: files, functions, folders, controllers, handlers, templates."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.support.rules.source import Source, files, functions

FILE_FULL, FILE_LIMIT = 200, 300
FUNCTION_LIMIT = 40
FOLDER_LIMIT = 20
HANDLER_LIMIT = 15
TEMPLATE_LIMIT = 150
HANDLERS = ("list", "new", "create", "show", "edit", "update", "delete")
VERBS = frozenset({"get", "post", "put", "patch", "delete", "head", "route"})
TEMPLATES = (".html", ".txt", ".xml", ".jinja", ".j2")

# A migration is a log of what was done to the tables, written once and never grown: its length has no reader to tire.
MIGRATIONS = "domain/platform/migrations/versions/"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _lines(node: ast.AST) -> int:
    return (getattr(node, "end_lineno", 0) or 0) - getattr(node, "lineno", 0) + 1


def _docstring(node: Function) -> ast.stmt | None:
    return node.body[0] if ast.get_docstring(node, clean=False) is not None else None


def long_files(sources: Iterable[Source], limit: int = FILE_LIMIT) -> list[str]:
    """Python files with more lines than the limit."""
    counted = ((s, len(s.text.splitlines())) for s in sources if not s.path.startswith(MIGRATIONS))
    return [s.at(n, f"{n} lines, at most {limit}: it was two things") for s, n in counted if n > limit]


def long_functions(sources: Iterable[Source], limit: int = FUNCTION_LIMIT) -> list[str]:
    """Functions over the limit, signature included, docstring not counted (it is asked for, so it costs nothing)."""
    found = []
    for source in sources:
        if source.path.startswith(MIGRATIONS):
            continue
        for node in functions(source.tree):
            doc = _docstring(node)
            length = _lines(node) - (_lines(doc) if doc else 0)
            if length > limit:
                found.append(source.at(node.lineno, f"{node.name}() has {length} lines, at most {limit}"))
    return found


def full_folders(root: Path, packages: Iterable[str], limit: int = FOLDER_LIMIT) -> list[str]:
    """Folders with more Python files and templates than the limit; `__init__.py` does not count."""
    seen = Counter(
        path.parent.relative_to(root).as_posix()
        for path in files(root, packages, [".py", *TEMPLATES])
        if path.name != "__init__.py"
    )
    return [
        f"{folder}/: {n} files, at most {limit}: make a folder per aggregate"
        for folder, n in sorted(seen.items())
        if n > limit and f"{folder}/" != MIGRATIONS
    ]


def long_templates(root: Path, packages: Iterable[str], limit: int = TEMPLATE_LIMIT) -> list[str]:
    """Templates with more lines than the limit."""
    found = []
    for path in files(root, packages, TEMPLATES):
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > limit:
            found.append(f"{path.relative_to(root).as_posix()}:{length}: {length} lines, at most {limit}")
    return found


def is_handler(node: Function) -> bool:
    """Whether Litestar would serve this function: it carries @get, @post and so on."""
    for decorator in node.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(called, ast.Name) and called.id in VERBS:
            return True
    return False


def controllers(source: Source) -> Iterator[ast.ClassDef]:
    """The controller classes of a file: they inherit from something called …Controller."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            bases = (base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "") for base in node.bases)
            if any(base.endswith("Controller") for base in bases):
                yield node


def crowded_controllers(sources: Iterable[Source]) -> list[str]:
    """Controllers with more than seven handlers, or with a handler that is not one of the seven names."""
    found = []
    for source in sources:
        for controller in controllers(source):
            handlers = [node for node in controller.body if isinstance(node, Function) and is_handler(node)]
            if len(handlers) > len(HANDLERS):
                found.append(source.at(controller.lineno, f"{controller.name} has {len(handlers)} handlers, at most 7"))
            found += [
                source.at(node.lineno, f"{controller.name}.{node.name}: a handler is one of {', '.join(HANDLERS)}")
                for node in handlers
                if node.name not in HANDLERS
            ]
    return found


def long_handlers(sources: Iterable[Source], limit: int = HANDLER_LIMIT) -> list[str]:
    """Handlers whose body is longer than the limit; the signature and the docstring do not count."""
    found = []
    for source in sources:
        for node in functions(source.tree):
            if not is_handler(node):
                continue
            body: Sequence[ast.stmt] = node.body[1:] if _docstring(node) else node.body
            length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            if length > limit:
                found.append(source.at(node.lineno, f"handler {node.name}() has {length} lines, at most {limit}"))
    return found

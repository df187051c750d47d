"""What a context shows of itself: verbs in `actions/`, answers in `queries/`, and words that say what they do."""

import ast
import re
from collections.abc import Iterable, Iterator

from tests.support.rules.source import Source

TOLD = frozenset({"actions", "queries", "rules"})
# Queries that open a unit of work of their own, each with the reason.
OWN_WORK = {
    "session_actor": "asked before anybody is known to ask: the request's own unit of work comes after it",
    "picture": "reads no row: the bytes of a logo that everybody may see",
}
# Annotation → the one name the house gives to such a parameter.
NAMES = {"UnitOfWork": "work", "Citizen": "citizen", "Operator": "operator", "Actor": "actor"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def in_room(sources: Iterable[Source], *rooms: str) -> list[Source]:
    """The files of a context's rooms, sub-folders included: `actions/` and `rules/` may also be one file."""
    return [s for s in sources if s.parts[0] == "domain" and len(s.parts) > 2 and s.parts[2] in rooms]


def verbs(sources: Iterable[Source]) -> list[Source]:
    """The files of every `actions/`, their `__init__.py` left out."""
    return [s for s in in_room(sources, "actions") if s.parts[-1] != "__init__"]


def camel(snake: str) -> str:
    """`submit_application` → `SubmitApplication`."""
    return "".join(word.capitalize() for word in snake.split("_"))


def _public(source: Source) -> Iterator[Function]:
    for node in source.tree.body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node


def _is_command(node: ast.stmt) -> bool:
    if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
        return False
    bases = {base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "") for base in node.bases}
    return bool(bases & {"BaseModel", "Command"})


def misnamed_actions(sources: Iterable[Source]) -> list[str]:
    """Action files without the function of their own name, with a second verb, or whose command is called otherwise."""
    found = []
    for source in verbs(sources):
        stem = source.parts[-1]
        names = [node.name for node in _public(source)]
        if names != [stem]:
            found.append(
                source.at(1, f"holds {', '.join(names) or 'no function'}: an action file holds {stem}() alone")
            )
        commands = [node.name for node in source.tree.body if isinstance(node, ast.ClassDef) and _is_command(node)]
        if commands and camel(stem) not in commands:
            found.append(source.at(1, f"its command {', '.join(commands)} must be called {camel(stem)}"))
    return found


def untold(sources: Iterable[Source]) -> list[str]:
    """Modules without a docstring, and public functions of actions, queries and rules without one."""
    found = []
    for source in sources:
        is_context = len(source.parts) == 3 and source.parts[0] == "domain" and source.parts[-1] == "__init__"
        if (source.text.strip() or is_context) and not ast.get_docstring(source.tree):
            found.append(source.at(1, "no docstring: say what this file is for"))
    for source in in_room(sources, *TOLD):
        found += [
            source.at(node.lineno, f"{node.name}() has no docstring: what it does for whom, what it refuses")
            for node in _public(source)
            if not ast.get_docstring(node)
        ]
    return found


def misnamed_parameters(sources: Iterable[Source]) -> list[str]:
    """Parameters of a known kind under another name: the unit of work is always `work`, the asker always who he is."""
    found = []
    for source in sources:
        commands = {node.name for node in source.tree.body if isinstance(node, ast.ClassDef) and _is_command(node)}
        for node in ast.walk(source.tree):
            if not isinstance(node, Function):
                continue
            for arg in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]:
                kind = ast.unparse(arg.annotation).strip("'\"") if arg.annotation else ""
                wanted = "command" if kind in commands and _is_door(source) else NAMES.get(kind, arg.arg)
                if not re.fullmatch(rf"_?{wanted}", arg.arg):
                    found.append(source.at(arg.lineno, f"{node.name}({arg.arg}: {kind}): the name is `{wanted}`"))
    return found


def _is_door(source: Source) -> bool:
    return len(source.parts) > 2 and source.parts[2] == "actions"


def open_queries(sources: Iterable[Source]) -> list[str]:
    """Public async queries that do not start with `work`: a question is always asked inside a unit of work."""
    found = []
    for source in in_room(sources, "queries"):
        for node in _public(source):
            first = [*node.args.posonlyargs, *node.args.args][:1]
            if node.name in OWN_WORK:
                continue
            if isinstance(node, ast.AsyncFunctionDef) and [arg.arg for arg in first] != ["work"]:
                found.append(source.at(node.lineno, f"{node.name}(): the first parameter of a query is `work`"))
    return found

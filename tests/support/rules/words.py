"""English identifiers, and no names that say nothing. Italian words are those of the trade: forms, offices, law."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.support.rules.source import ROOT, Source

ITALIAN_WORDS = Path(__file__).with_name("italian_words.txt")
GLOSSARY = ROOT / "docs" / "glossary.md"
# Endings that no English word of ours has.
ITALIAN_ENDING = re.compile(r"(?:zion[ei]|[a-z]{3}abil[ei]|mment[eo]|[a-z]{3}amente)$")
EMPTY_NAMES = frozenset({"data", "info", "manager", "managers", "helper", "helpers", "util", "utils", "services"})
# `service` is a social service here: a class that ends with it is one only where verbs, answers and tables are.
SERVICE_ROOMS = frozenset({"actions", "queries", "model", "events"})
MEANT = {
    "hand_over_data": "the data of the data subject, GDPR art. 15: the law's own word",
    "HandOverData": "its command",
    "DataHandedOver": "its event",
}


def italian() -> frozenset[str]:
    """The Italian words that are looked for, without accents."""
    return frozenset(ITALIAN_WORDS.read_text(encoding="utf-8").split())


def allowed(glossary: Path = GLOSSARY) -> frozenset[str]:
    """The Italian words that the glossary lets into identifiers: its one ```identifiers block."""
    block = re.search(r"```identifiers\n(.*?)```", glossary.read_text(encoding="utf-8"), re.DOTALL)
    assert block, f"{glossary.name} has no ```identifiers block"
    return frozenset(block[1].split())


def words_of(identifier: str) -> list[str]:
    """`ApplicationSubmitted` and `application_submitted` both give application, submitted."""
    spaced = re.sub(r"([a-z0-9])([A-Z])|([A-Z]+)(?=[A-Z][a-z])", r"\1\3 \2", identifier)
    return [word.lower() for word in re.split(r"[_\W\d]+|\s+", spaced) if word]


def identifiers(source: Source) -> Iterator[tuple[int, str]]:
    """(line, name) of everything this file names: itself, classes, functions, parameters, variables, attributes."""
    yield 1, source.parts[-1] if source.parts[-1] != "__init__" else source.parts[-2]
    for node in ast.walk(source.tree):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield node.lineno, name
            case ast.arg(arg=name):
                yield node.lineno, name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield node.lineno, name
            case ast.alias(asname=str(name)):
                yield getattr(node, "lineno", 1), name
            case ast.keyword(arg=str(name)):
                yield node.value.lineno, name
            case _:
                pass


def italian_identifiers(sources: Iterable[Source], italian: frozenset[str], allowed: frozenset[str]) -> list[str]:
    """Identifiers with an Italian word that the glossary does not name."""
    found: dict[tuple[str, str], str] = {}
    for source in sources:
        for line, name in identifiers(source):
            for word in words_of(name):
                if word not in allowed and (word in italian or ITALIAN_ENDING.search(word)):
                    says = f"{name}: {word!r} is Italian: an English word, or a line in docs/glossary.md"
                    found.setdefault((source.path, name), source.at(line, says))
    return list(found.values())


def _defined(source: Source) -> Iterator[tuple[int, str]]:
    """The names a file gives to lasting things: itself, its classes and functions, what it assigns."""
    yield 1, source.parts[-1]
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id if isinstance(node, ast.Name) else node.attr


def empty_names(sources: Iterable[Source]) -> list[str]:
    """Names that end in data, info, manager, helper, utils; classes that end in Service outside verbs and tables."""
    found: dict[tuple[str, str], str] = {}
    for source in sources:
        room = source.parts[2] if len(source.parts) > 2 else ""
        for line, name in _defined(source):
            words = words_of(name)
            if not words or name in MEANT or not _is_empty(name, words, room, is_file=source.parts[-1:] == (name,)):
                continue
            says = f"{name}: `{words[-1]}` says nothing: name what it holds or does"
            found.setdefault((source.path, name), source.at(line, says))
    return list(found.values())


def _is_empty(name: str, words: list[str], room: str, *, is_file: bool) -> bool:
    last = words[-1]
    if last in ("service", "services"):
        is_class = name[0].isupper() and not name.isupper() and len(words) > 1
        return (is_class or (is_file and name == "service")) and room not in SERVICE_ROOMS
    return last in EMPTY_NAMES and (len(words) > 1 or is_file)

"""Sentences for people that stand in Python outside translation."""

import ast
import re
from collections.abc import Iterable

from tests.support.rules.plain_language import LEGAL
from tests.support.rules.source import Source
from tests.support.rules.template_tree import GETTEXT

# Small words of Italian that no code, no SQL and no English sentence has between spaces.
SMALL = (
    "il lo la gli le un una uno di del della dello dei delle degli da dal dalla nel nella sul sulla con per che non "
    "è ha hai sei sono tuo tua tuoi tue questo questa se più anche dopo prima senza entro ogni"
)
SENTENCE = re.compile(
    rf"(?:^|[\s('’])(?:{'|'.join(SMALL.split())}|l'\w+|dell'\w+|all'\w+|un'\w+)[\s,.;:!?)]", re.IGNORECASE
)
TWO_WORDS = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")
SQL = re.compile(r"\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|GRANT|BEGIN)\b")
# Where sentences are not for the people of the product: invented stories, the command line of whoever installs it, the
# log of what was done to the tables, and the settings that person reads.
ELSEWHERE = re.compile(
    r"^domain/(?:commands/|cli|demo|\w+/seeds|platform/migrations/|platform/settings\.py|platform/readiness\.py)"
)


def _docstrings(tree: ast.AST) -> set[int]:
    """The strings that stand alone as a statement: docstrings, and notes under an attribute."""
    alone = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    return {id(value) for value in alone if isinstance(value, ast.Constant)}


def _translated(tree: ast.AST) -> set[int]:
    """The strings inside a call of a translating function."""
    calls = (n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name | ast.Attribute))
    named = (c for c in calls if (c.func.id if isinstance(c.func, ast.Name) else c.func.attr) in GETTEXT)  # pyright: ignore[reportAttributeAccessIssue]
    return {id(inner) for call in named for arg in call.args for inner in ast.walk(arg)}


def _is_law(lines: list[str], line: int) -> bool:
    """Whether a note just above says that this is the law's own text, which no language but its own may say."""
    return any(LEGAL.search(above) for above in lines[max(line - 4, 0) : line])


def is_italian_sentence(text: str) -> bool:
    """Whether a string reads as Italian for people: two words at least, one of the language's small words."""
    return bool(SENTENCE.search(f" {text} ") and TWO_WORDS.search(text) and not SQL.search(text))


def untranslated(sources: Iterable[Source]) -> list[str]:
    """Italian sentences in Python that `_()` does not see."""
    found = []
    for source in sources:
        if ELSEWHERE.match(source.path):
            continue
        skipped = _docstrings(source.tree) | _translated(source.tree)
        lines = source.text.splitlines()
        strings = (n for n in ast.walk(source.tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))
        found += [
            source.at(node.lineno, f"a sentence outside _(): {str(node.value)[:60]!r}")
            for node in strings
            if id(node) not in skipped and is_italian_sentence(str(node.value)) and not _is_law(lines, node.lineno)
        ]
    return found


def kept_texts(sources: Iterable[Source]) -> list[tuple[str, str]]:
    """(place, Italian text) of sentences kept as data in several languages: `{"it": "…", "en": "…"}` or `it="…"`."""
    found = []
    for source in sources:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Dict):
                pairs = list(zip(node.keys, node.values, strict=True))
            elif isinstance(node, ast.keyword) and node.arg == "it":
                pairs = [(ast.Constant("it"), node.value)]
            else:
                continue
            for key, value in pairs:
                is_italian = isinstance(key, ast.Constant) and key.value == "it"
                if is_italian and isinstance(value, ast.Constant) and isinstance(value.value, str):
                    found.append((f"{source.path}:{value.lineno}", value.value))
    return found

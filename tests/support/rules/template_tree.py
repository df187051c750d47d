"""A Jinja template as flat HTML: what is literally written, with a numbered mark where an expression prints."""

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, nodes

from tests.support.rules.source import files

GETTEXT = frozenset({"_", "gettext", "ngettext", "pgettext", "npgettext"})
ENVIRONMENT = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"], autoescape=True)
MARK = re.compile("\ue000(\\d+)\ue001")


@dataclass
class Template:
    """One template: where it is, its syntax tree, its flat HTML and the expressions behind the marks."""

    path: str
    tree: nodes.Template
    html: str = ""
    expressions: list[nodes.Expr] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _lines: list[int] = field(default_factory=list)

    def add(self, text: str, line: int) -> None:
        """Appends literal text that starts on this line of the file."""
        self._starts.append(len(self.html))
        self._lines.append(line)
        self.html += text

    def line_at(self, offset: int) -> int:
        """The line of the file from which a place in the flat HTML comes."""
        found = max(bisect.bisect_right(self._starts, offset) - 1, 0)
        inside = self.html[self._starts[found] : offset] if self._starts else ""
        return self._lines[found] + inside.count("\n") if self._lines else 1

    def at(self, line: int, says: str) -> str:
        """One finding, in the form an editor can jump to."""
        return f"{self.path}:{line}: {says}"


def _flatten(node: nodes.Node, into: Template) -> None:
    if isinstance(node, nodes.Output):
        for piece in node.nodes:
            if isinstance(piece, nodes.TemplateData):
                into.add(piece.data, piece.lineno)
            else:
                into.add(f" \ue000{len(into.expressions)}\ue001 ", piece.lineno)
                into.expressions.append(piece)
        return
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Stmt):
            _flatten(child, into)


def parse(path: str, text: str) -> Template:
    """A template from its source. A syntax error is an error, never skipped."""
    template = Template(path, ENVIRONMENT.parse(text, name=path))
    for node in template.tree.body:
        _flatten(node, template)
    return template


def read_templates(root: Path, packages: Iterable[str]) -> list[Template]:
    """Every template of the packages."""
    found = files(root, packages, [".html", ".jinja", ".j2"])
    return [parse(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")) for path in found]


def is_translated(node: nodes.Node) -> bool:
    """Whether the node is a call of a translating function: what `{% trans %}` becomes, too."""
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in GETTEXT


def messages(template: Template) -> Iterator[tuple[int, str]]:
    """(line, msgid) of every literal handed to a translating function."""
    for call in template.tree.find_all(nodes.Call):
        if is_translated(call):
            for arg in call.args:
                if isinstance(arg, nodes.Const) and isinstance(arg.value, str):
                    yield call.lineno, arg.value


@dataclass(frozen=True)
class Tag:
    """A start tag of the flat HTML: where it stands and its attributes, empty ones included."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    offset: int

    def get(self, name: str) -> str | None:
        """The value of an attribute; None when it is not there."""
        return next((value for key, value in self.attributes if key == name), None)


class Reader(HTMLParser):
    """Splits flat HTML into tags, texts and the inside of scripts and style sheets, each with its offset."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._line_starts = [0, *(m.end() for m in re.finditer("\n", html))]
        self.tags: list[Tag] = []
        self.ends: list[tuple[str, int]] = []
        self.texts: list[tuple[int, str]] = []
        self.raw: list[tuple[Tag, str]] = []
        self._inside: Tag | None = None
        self.feed(html)
        self.close()

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the tag; a script or style sheet opens a stretch that nobody reads."""
        found = Tag(tag, tuple((name, value or "") for name, value in attrs), self._offset())
        self.tags.append(found)
        if tag in ("script", "style"):
            self._inside = found
            self.raw.append((found, ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself opens no stretch."""
        self.tags.append(Tag(tag, tuple((name, value or "") for name, value in attrs), self._offset()))

    def handle_endtag(self, tag: str) -> None:
        """Keeps where it ends."""
        self.ends.append((tag, self._offset()))
        if self._inside is not None and tag == self._inside.name:
            self._inside = None

    def handle_data(self, data: str) -> None:
        """Text for people, or the inside of a script or style sheet."""
        if self._inside is not None:
            self.raw.append((self._inside, data))
        else:
            self.texts.append((self._offset(), data))

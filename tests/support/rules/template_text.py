"""No visible text outside translation: in the HTML, in attributes people read or hear, in what expressions print."""

import re
from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from jinja2 import nodes

from tests.support.rules.template_tree import MARK, Reader, Tag, Template, is_translated

SEEN = frozenset(
    [
        "alt",
        "title",
        "placeholder",
        "aria-label",
        "aria-description",
        "aria-roledescription",
        "aria-valuetext",
        "label",
        "data-label",
    ]
)
SEEN_ARGUMENTS = frozenset(
    ["label", "text", "title", "hint", "legend", "heading", "message", "caption", "summary", "description"]
)
BUTTONS = frozenset({"submit", "button", "reset"})
LETTER = re.compile(r"[^\W\d_]")
# A sentence or a label: starts with a capital and goes on in small letters, or carries an accent.
SENTENCE = re.compile(r"^\W*[A-ZÀ-Ý][a-zà-ÿ' ]|[àèéìòùÀÈÉÌÒÙ]")
# Words that are the same in every language: names of means and of kinds of file.
KEYS = frozenset(ascii_uppercase)
SAME_EVERYWHERE = frozenset(
    {"SPID", "CIE", "eIDAS", "ISEE", "PDF", "JPEG", "PNG", "HEIC", "SMS", "TOTP", "QR", "Ctrl", "Enter", "Esc"}
)
# What a macro writes into the tag that calls it: attributes, not text.
ATTRIBUTE = re.compile(r"""[a-z][\w-]*=(?:"[^"]*"|'[^']*')""")


def _has_words(text: str) -> bool:
    bare = re.sub(r"\w+", lambda m: "" if m[0] in SAME_EVERYWHERE or m[0] in KEYS else m[0], MARK.sub(" ", text))
    return bool(LETTER.search(bare))


def _printed(node: nodes.Node) -> Iterator[nodes.Const]:
    """The literal strings that an expression may print as they are; arguments and conditions do not print."""
    if is_translated(node) or isinstance(node, nodes.Call | nodes.Test | nodes.Compare | nodes.Getitem | nodes.Getattr):
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node
    elif isinstance(node, nodes.CondExpr):
        for branch in (node.expr1, node.expr2):
            if branch is not None:
                yield from _printed(branch)
    elif isinstance(node, nodes.Pair):
        yield from _printed(node.value)
    elif isinstance(node, nodes.Filter):
        yield from _printed(node.node) if node.node is not None else ()
        if node.name in ("default", "d"):
            for arg in node.args:
                yield from _printed(arg)
    else:
        for child in node.iter_child_nodes():
            yield from _printed(child)


def _is_seen(tag: Tag, name: str) -> bool:
    if name == "value":
        return tag.name == "input" and tag.get("type") in BUTTONS
    if name == "content":
        return tag.name == "meta" and tag.get("name") == "description"
    return name in SEEN


def _visible(reader: Reader) -> Iterator[tuple[int, str]]:
    """(offset, text) of everything in the flat HTML that a person reads or hears."""
    yield from ((offset, ATTRIBUTE.sub(lambda m: " " * len(m[0]), text)) for offset, text in reader.texts)
    for tag in reader.tags:
        yield from ((tag.offset, value) for name, value in tag.attributes if _is_seen(tag, name))


def literal_text(templates: Iterable[Template]) -> list[str]:
    """Visible text that no translating function sees."""
    found = []
    for template in templates:
        for offset, text in _visible(Reader(template.html)):
            line = template.line_at(offset + len(text) - len(text.lstrip()))
            if _has_words(text):
                found.append(template.at(line, f"literal text: {MARK.sub('…', text).strip()[:60]!r}"))
            for mark in MARK.finditer(text):
                expression = template.expressions[int(mark[1])]
                found += [
                    template.at(const.lineno, f"literal text in an expression: {const.value!r}")
                    for const in _printed(expression)
                    if _has_words(const.value)
                ]
        found += list(_handed_over(template))
    return found


def _handed_over(template: Template) -> Iterator[str]:
    """Sentences given to macros, set into variables or used as defaults without `_()`."""
    translated = {
        id(n) for call in template.tree.find_all(nodes.Call) if is_translated(call) for n in call.find_all(nodes.Const)
    }
    printed = {id(const) for expression in template.expressions for const in _printed(expression)}
    named = {
        id(pair.value)
        for pair in template.tree.find_all(nodes.Keyword)
        if pair.key in SEEN_ARGUMENTS and isinstance(pair.value, nodes.Const)
    }
    for const in template.tree.find_all(nodes.Const):
        if not isinstance(const.value, str) or id(const) in translated or id(const) in printed:
            continue
        if (id(const) in named or SENTENCE.search(const.value)) and _has_words(const.value):
            yield template.at(const.lineno, f"literal text handed over without _(): {const.value!r}")

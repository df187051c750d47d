"""Templates as the house wants them: nothing inline, nothing lost when a block is rendered alone, nothing unused."""

import ast
import fnmatch
import re
from collections.abc import Iterable, Iterator

from jinja2 import nodes

from tests.support.rules.source import Source
from tests.support.rules.template_tree import MARK, Reader, Tag, Template, messages

COMPONENTS = "web/components/"
# A block of data for machines: the browser never runs it, so the content policy lets it be.
DATA_BLOCKS = frozenset({"application/ld+json", "application/json"})
ADDRESSES = frozenset(
    [
        "href",
        "src",
        "action",
        "formaction",
        "srcset",
        "poster",
        "data",
        "cite",
        "xlink:href",
        "hx-get",
        "hx-post",
        "hx-put",
        "hx-patch",
        "hx-delete",
        "hx-push-url",
    ]
)
# Other hosts a page may link to (never load from): the declaration of accessibility lives at AgID by law, and the
# SPID button must lead to its three pages of help.
ELSEWHERE = ("https://form.agid.gov.it/", "https://www.spid.gov.it")
HANDLER = re.compile(r"^(?:on[a-z]+|(?:data-)?hx-on\b.*)$")
CODE = re.compile(r"^\s*(?:js|javascript):", re.IGNORECASE)


def is_page(template: Template) -> bool:
    """Whether blocks of this template may be rendered alone: not a component, not a partial."""
    return not template.path.startswith(COMPONENTS) and not template.path.rsplit("/", 1)[-1].startswith("_")


def top_level_names(templates: Iterable[Template]) -> list[str]:
    """Top-level `{% set %}` and `{% import %}` in pages: a block rendered alone would not have them."""
    kinds = (nodes.Assign, nodes.AssignBlock, nodes.Import, nodes.FromImport)
    return [
        template.at(node.lineno, "top-level set or import: a block rendered alone loses it")
        for template in templates
        if is_page(template)
        for node in template.tree.body
        if isinstance(node, kinds)
    ]


def _inline_in(tag: Tag) -> Iterator[str]:
    for name, value in tag.attributes:
        if HANDLER.match(name):
            yield f"{name}= runs code from the page"
        elif name == "style":
            yield "style= is refused by the content policy: a class"
        elif CODE.match(value) or (name.startswith(("hx-", "data-hx-")) and "js:" in value):
            yield f"{name}= holds code"
    if tag.name == "style":
        yield "<style> in the page"
    if tag.name == "script" and tag.get("src") is None and tag.get("type") not in DATA_BLOCKS:
        yield "<script> without src"


def inline_code(templates: Iterable[Template]) -> list[str]:
    """Scripts, style sheets and handlers written into a page or into a translated sentence."""
    found = []
    for template in templates:
        for tag in Reader(template.html).tags:
            found += [template.at(template.line_at(tag.offset), says) for says in _inline_in(tag)]
        for line, text in messages(template):
            found += [template.at(line, says) for tag in Reader(text).tags for says in _inline_in(tag)]
        for pair in template.tree.find_all(nodes.Pair):
            key = pair.key.value if isinstance(pair.key, nodes.Const) else ""
            if isinstance(key, str) and (HANDLER.match(key) or key == "style"):
                found.append(template.at(pair.lineno, f"{key!r} handed over as an attribute"))
        for keyword in template.tree.find_all(nodes.Keyword):
            if keyword.key.startswith(("hx_on", "onclick", "onchange", "onsubmit")):
                found.append(template.at(keyword.lineno, f"{keyword.key}= handed over as an attribute"))
    return found


def other_hosts(templates: Iterable[Template]) -> list[str]:
    """Addresses of other hosts, in attributes and in translated sentences; `tel:` and `mailto:` are not hosts."""
    found = []
    for template in templates:
        pieces = [(template.line_at(tag.offset), tag) for tag in Reader(template.html).tags]
        pieces += [(line, tag) for line, text in messages(template) for tag in Reader(text).tags]
        for line, tag in pieces:
            for name, value in tag.attributes:
                address = value.strip()
                if name in ADDRESSES and re.match(r"(?:[a-z]+:)?//", address) and not address.startswith(ELSEWHERE):
                    found.append(template.at(line, f"{name}={MARK.sub('…', address)!r}: nothing from other hosts"))
    return found


def _mentions_csrf(node: nodes.Node) -> bool:
    names = [*(n.name for n in node.find_all(nodes.Name)), *(n.attr for n in node.find_all(nodes.Getattr))]
    names += [node.name] if isinstance(node, nodes.Name) else []
    return any("csrf" in name for name in names)


def forms_without_csrf(templates: Iterable[Template]) -> list[str]:
    """Forms that post without the hidden field; a form whose method is an expression may post, so it needs one too."""
    found = []
    for template in templates:
        reader = Reader(template.html)
        for form in (tag for tag in reader.tags if tag.name == "form"):
            if (form.get("method") or "get").strip().lower() in ("get", "dialog"):
                continue
            if "data-leave" in dict(form.attributes):  # it leads to another site, which must not learn our token
                continue
            end = next((at for name, at in reader.ends if name == "form" and at > form.offset), len(template.html))
            inside = template.html[form.offset : end]
            if not any(_mentions_csrf(template.expressions[int(m[1])]) for m in MARK.finditer(inside)):
                found.append(template.at(template.line_at(form.offset), "form posts without ui.csrf()"))
    return found


def _pattern(node: ast.JoinedStr) -> str:
    return "".join(str(v.value) if isinstance(v, ast.Constant) else "*" for v in node.values)


def _named_in_python(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.JoinedStr):
                yield _pattern(node)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _named_in_templates(templates: Iterable[Template]) -> Iterator[str]:
    kinds = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
    for template in templates:
        for node in template.tree.find_all(kinds):
            yield from (c.value for c in node.template.find_all(nodes.Const) if isinstance(c.value, str))
            if isinstance(node.template, nodes.Const):
                yield str(node.template.value)


def unused(templates: Iterable[Template], sources: Iterable[Source]) -> list[str]:
    """Templates that no handler and no other template names. The loaders' roots are the first folder of each path."""
    templates = list(templates)
    names = {*_named_in_python(sources), *_named_in_templates(templates)}
    exact = {name for name in names if "*" not in name}
    patterns = [n for n in names if "*" in n and n.endswith(".html") and n.strip("*/") != ".html"]
    found = []
    for template in templates:
        if template.path.startswith(COMPONENTS):
            continue  # all of them are loaded into `ui`; unused_macros() says which nobody calls
        short = template.path.split("/", 1)[1]
        used = short in exact or template.path in exact or any(fnmatch.fnmatch(short, p) for p in patterns)
        if not used:
            found.append(template.at(1, f"no handler and no template names {short}"))
    return found


def unused_macros(templates: Iterable[Template]) -> list[str]:
    """Component macros that nobody calls: dead markup, dead styles, dead messages for translators."""
    templates = list(templates)
    called = {n.attr for t in templates for n in t.tree.find_all(nodes.Getattr)}
    called |= {n.name for t in templates for n in t.tree.find_all(nodes.Name)}
    return [
        template.at(macro.lineno, f"no template calls ui.{macro.name}()")
        for template in templates
        if template.path.startswith(COMPONENTS)
        for macro in template.tree.find_all(nodes.Macro)
        if macro.name not in called
    ]

"""Small changes of a tree, each returned as something a test can do to a response before or after it is signed."""

import copy
from collections.abc import Callable

from domain.access.gateways.saml.xml_safety import Node, etree
from tests.support.saml.messages import PREFIXES

Edit = Callable[[Node], object]


def at(root: Node, path: str) -> Node:
    """The first element at a path with the usual prefixes; "." is the response."""
    found = root if path == "." else root.find(path, PREFIXES)
    assert found is not None, path
    return found


def put(path: str, attribute: str, value: str | None) -> Edit:
    """Set an attribute, or take it away."""

    def edit(root: Node) -> None:
        element = at(root, path)
        if value is None:
            del element.attrib[attribute]
        else:
            element.set(attribute, value)

    return edit


def text(path: str, value: str) -> Edit:
    """Another text."""
    return lambda root: setattr(at(root, path), "text", value)


def drop(path: str) -> Edit:
    """Without the element."""
    return lambda root: at(root, path).getparent().remove(at(root, path))


def empty(path: str) -> Edit:
    """The element without anything inside, its attributes included."""
    return lambda root: at(root, path).clear()


def double(path: str) -> Edit:
    """The element a second time, right behind."""
    return lambda root: at(root, path).addnext(copy.deepcopy(at(root, path)))


def insert(path: str, xml: str, *, place: int = -1) -> Edit:
    """Another element inside; the usual prefixes are known."""

    def edit(root: Node) -> None:
        declared = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in PREFIXES.items())
        parent = at(root, path)
        made = etree.fromstring(f"<x {declared}>{xml}</x>")[0]
        parent.insert(len(parent) if place < 0 else place, made)

    return edit


def rename(path: str, tag: str) -> Edit:
    """The same element under another name (`{namespace}name`)."""
    return lambda root: setattr(at(root, path), "tag", tag)


def both(*edits: Edit) -> Edit:
    """Several changes."""

    def edit(root: Node) -> None:
        for one in edits:
            one(root)

    return edit

"""A language that does not exist: every translated sentence stands in brackets, and is longer.

What a page shows outside brackets has not gone through translation. Data (a name, a number of protocollo, a date) is
not a sentence: it stands in `<bdi>`, `<time>`, `<code>`, or in an element with `translate="no"`, as HTML means it.
"""

import re
from collections.abc import Iterable
from gettext import NullTranslations
from html.parser import HTMLParser

import pytest

OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.4
SEEN = frozenset(
    ["alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "label"]
)
BUTTONS = frozenset({"submit", "button", "reset"})
UNSEEN = frozenset({"script", "style", "template"})
DATA = frozenset({"bdi", "time", "code", "kbd", "textarea"})
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
LETTERS = re.compile(r"[^\W\d_]+")


def pseudo(sentence: str) -> str:
    """The sentence in brackets, four tenths longer; placeholders and markup stay as they are."""
    return f"{OPEN}{sentence}{'·' * max(2, int(len(sentence) * LONGER))}{CLOSE}"


class PseudoTranslations(NullTranslations):
    """A catalogue that has everything. Plurals choose as Italian does."""

    def gettext(self, message: str) -> str:
        """The sentence, bracketed; an empty one stays empty."""
        return pseudo(message) if message else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One of the two, bracketed."""
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The word, bracketed; its context is never shown."""
        return pseudo(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """One of the two, bracketed; their context is never shown."""
        return pseudo(msgid1 if n == 1 else msgid2)


def speak_pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    """For the length of a test, every page and letter of both sites speaks the pseudo-locale."""
    for place in ("domain.platform.language.translations", "web.locale.translations"):
        monkeypatch.setattr(place, lambda _code: PseudoTranslations())


class _Page(HTMLParser):
    """Walks a page and keeps the letters that stand outside brackets."""

    def __init__(self, language: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language = language
        self.depth = 0
        self.outside: list[str] = []
        self._unread: list[bool] = []

    def _is_unread(self, tag: str, has: dict[str, str]) -> bool:
        foreign = tag != "html" and has.get("lang", self.language) != self.language
        return tag in UNSEEN | DATA or has.get("translate") == "no" or foreign

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Reads the attributes that people see or hear."""
        has = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = has.get("lang", self.language)
        unread = self._is_unread(tag, has)
        if not unread and not any(self._unread):
            for name, value in has.items():
                self._attribute(tag, name, value, has)
        if tag not in VOID:
            self._unread.append(unread)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<use/>` opens nothing."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def _attribute(self, tag: str, name: str, value: str, has: dict[str, str]) -> None:
        is_button = tag == "input" and name == "value" and has.get("type") in BUTTONS
        is_description = tag == "meta" and name == "content" and has.get("name") == "description"
        if name in SEEN or is_button or is_description:
            self._keep(value, 0)

    def handle_endtag(self, tag: str) -> None:
        """Leaves the element."""
        if self._unread:
            self._unread.pop()

    def handle_data(self, data: str) -> None:
        """Brackets may open in one piece of text and close in another: a sentence may hold markup."""
        if not any(self._unread):
            self.depth = self._keep(data, self.depth)
        else:
            self.depth += data.count(OPEN) - data.count(CLOSE)

    def _keep(self, text: str, depth: int) -> int:
        for piece in re.split(f"([{OPEN}{CLOSE}])", text):
            if piece == OPEN:
                depth += 1
            elif piece == CLOSE:
                depth -= 1
            elif depth <= 0 and LETTERS.search(piece):
                self.outside.append(" ".join(piece.split()))
        return depth


def letters_outside_brackets(html: str, known: Iterable[str] = (), language: str = "it") -> list[str]:
    """Every visible text of a page rendered in the pseudo-locale that did not go through translation.

    `known` are data the test put there (a name, an address); `language` is that of a fragment without `<html lang>`.
    Page tests call this on every page and expect an empty list.
    """
    for one in sorted(known, key=len, reverse=True):
        html = html.replace(one, "")
    page = _Page(language)
    page.feed(html)
    page.close()
    return page.outside

"""Pages as people use them: find a field by its label, fill in a form, press a button."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import httpx
from bs4 import BeautifulSoup, Tag

Files = list[tuple[str, tuple[str, bytes, str]]]


@dataclass
class Page:
    """An answer of the site, read."""

    answer: httpx.Response

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The answer as a tree, read when somebody first looks at it.

        What waits in a template for a script is not there.
        """
        tree = BeautifulSoup(self.answer.text, "lxml")
        for template in tree.find_all("template"):
            template.decompose()
        return tree

    @property
    def status(self) -> int:
        """The status of the answer."""
        return self.answer.status_code

    @property
    def path(self) -> str:
        """Where the answer came from."""
        return self.answer.url.path

    @property
    def text(self) -> str:
        """What people read in the main part of the page, in one line."""
        main = self.soup.find("main") or self.soup
        return " ".join(main.get_text(" ").split())

    @property
    def heading(self) -> str:
        """The title of the page."""
        found = self.soup.find("h1")
        assert found is not None, self.text[:300]
        return " ".join(found.get_text(" ").split())

    def labelled(self, label: str) -> Tag:
        """The field whose label, or the legend of whose group, has these words."""
        for one in self.soup.find_all("label"):
            if label in " ".join(one.get_text(" ").split()):
                field = self.soup.find(id=str(one.get("for")))
                assert isinstance(field, Tag), f"the label {label!r} leads nowhere"
                return field
        raise AssertionError(f"no label {label!r} in {self.text[:400]}")

    def one(self, selector: str) -> Tag:
        """The element that a CSS selector names."""
        found = self.soup.select_one(selector)
        assert found is not None, f"no {selector} in {self.text[:400]}"
        return found

    def link(self, words: str) -> str:
        """The address of the link with these words."""
        for one in self.soup.find_all("a"):
            if words in " ".join(one.get_text(" ").split()):
                return str(one["href"])
        raise AssertionError(f"no link {words!r} in {self.text[:400]}")

    def form(self, button: str) -> "Form":
        """The form that has a button with these words."""
        for one in self.soup.find_all("form"):
            for press in one.find_all("button"):
                if button in " ".join(press.get_text(" ").split()):
                    return Form(one, press)
        raise AssertionError(f"no button {button!r} in {self.text[:400]}")


class Form:
    """A form as a browser would send it: what is filled in, ticked or hidden, and the button that is pressed."""

    def __init__(self, form: Tag, button: Tag) -> None:
        self.action = str(button.get("formaction") or form.get("action"))
        self.is_multipart = form.get("enctype") == "multipart/form-data"
        self.fields: dict[str, Any] = {}
        self._tags = form
        for tag in form.find_all(["input", "textarea", "select"]):
            self._take(tag)
        if button.get("name"):
            self.fields[str(button["name"])] = str(button.get("value", ""))

    def _take(self, tag: Tag) -> None:
        name, kind = tag.get("name"), tag.get("type", "text")
        if not name or kind == "file" or (kind in ("radio", "checkbox") and not tag.has_attr("checked")):
            return
        value = str(tag.get("value", "on")) if tag.name == "input" else self._written(tag)
        before = self.fields.get(str(name), [])
        together = [*(before if isinstance(before, list) else [before]), value]
        self.fields[str(name)] = together if len(together) > 1 else value

    def _written(self, tag: Tag) -> str:
        if tag.name == "textarea":
            return tag.get_text().lstrip("\n")
        chosen = tag.find("option", selected=True)
        return str(chosen["value"]) if isinstance(chosen, Tag) else ""

    def fill(self, values: dict[str, Any]) -> "Form":
        """Type and tick; a name that the form does not have is a mistake of the test."""
        there = {str(tag["name"]) for tag in self._tags.find_all(["input", "textarea", "select"]) if tag.get("name")}
        strange = set(values) - there
        assert not strange, f"the form has no {sorted(strange)}, only {sorted(there)}"
        self.fields |= values
        return self


class Browser:
    """Somebody at the site without scripts: opens pages, sends forms, follows redirects."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def open(self, path: str, **headers: str) -> Page:
        """Open an address."""
        return Page(await self.client.get(path, headers={name.replace("_", "-"): v for name, v in headers.items()}))

    async def send(self, form: Form, files: Files | None = None) -> Page:
        """Press the button of the form."""
        flat = {name: value for name, value in form.fields.items() if value is not None}
        if form.is_multipart or files:
            parts: Any = [*((n, v) for n, v in (files or []))] or [("nothing", ("", b"", "application/octet-stream"))]
            return Page(await self.client.post(form.action, data=flat, files=parts))
        return Page(await self.client.post(form.action, data=flat))


def main_of(page: Page) -> bytes:
    """The main part of the page as it was sent, without the token that is another one at every answer."""
    main = page.one("main")
    for token in main.select("input[name=_csrf_token]"):
        token.decompose()
    return main.encode()

"""Sentences for people, kept untranslated until a screen or a letter needs them in a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Text:
    """A sentence to be shown: the Italian msgid, the values of its placeholders, and its context when ambiguous."""

    msgid: str
    values: Mapping[str, Any] = field(default_factory=dict)
    context: str | None = None

    def __str__(self) -> str:
        """The Italian sentence; only for logs and messages to developers."""
        return self.msgid % self.values if self.values else self.msgid


def _(msgid: str, **values: Any) -> Text:
    """Mark an Italian sentence for translation; ``values`` fill its ``%(name)s`` placeholders."""
    return Text(msgid, values)


def pgettext(context: str, msgid: str, **values: Any) -> Text:
    """Mark an Italian word that means two things; ``context`` tells translators which one."""
    return Text(msgid, values, context)

"""Texts that an ente writes with tags in braces, which are filled for each person."""

import re
from collections.abc import Collection, Mapping

from domain.kernel.text import Text, _

_TAG = re.compile(r"\{([^{}]*)\}")


def paragraphs_of(body: str) -> tuple[str, ...]:
    """The paragraphs of a text as it was typed: an empty line parts them."""
    return tuple(part.strip() for part in re.split(r"\n\s*\n", body.replace("\r\n", "\n")) if part.strip())


def tags_in(text: str) -> list[str]:
    """What stands in braces."""
    return [found.strip() for found in _TAG.findall(text)]


def filled(text: str, tags: Mapping[str, str]) -> str:
    """``text`` with its tags filled; a tag that is not known stays as it is."""
    return _TAG.sub(lambda found: tags.get(found.group(1).strip(), found.group()), text)


def wrong_tag(text: str, known: Collection[str]) -> Text | None:
    """Why the tags of ``text`` cannot be filled: one not among ``known``, or a brace alone. None if they can."""
    if strange := [one for one in tags_in(text) if one not in known]:
        return _("Qui non puoi usare questa parola tra parentesi graffe: %(name)s.", name=strange[0])
    if text.count("{") != text.count("}"):
        return _("C'è una parentesi graffa senza la sua compagna.")
    return None

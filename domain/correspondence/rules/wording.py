"""The words of a message: tags in braces, what is wrong with them, and how they are filled."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from domain.correspondence.terms.occasions import IN_SMS, OWN_TAGS, Occasion, tags_of
from domain.kernel.tagged import filled, tags_in, wrong_tag
from domain.kernel.text import Text, _

LONGEST_NAME = 4
"""Names of services shorter than this stand in too many words to be looked for."""


@dataclass(frozen=True)
class Words:
    """What a message says in one language: subject, paragraphs, and the line of an SMS; empty, it makes no SMS."""

    subject: str
    paragraphs: tuple[str, ...]
    short: str


def fill(words: Words, tags: Mapping[str, str]) -> Words:
    """The same words with their tags filled."""
    lines = tuple(filled(one, tags) for one in words.paragraphs)
    return Words(filled(words.subject, tags), lines, filled(words.short, tags))


def problems(occasion: Occasion, words: Words, service_names: Collection[str]) -> dict[str, Text]:
    """What is wrong with the words of an ente, by field; empty when they can be used.

    The occasion's own tags must stand in the body. The SMS may name neither them nor any service.
    """
    body = "\n\n".join(words.paragraphs)
    found: dict[str, Text] = {}
    for field, text, known in (
        ("subject", words.subject, frozenset(tags_of(occasion))),
        ("body", body, frozenset(tags_of(occasion))),
        ("short", words.short, IN_SMS),
    ):
        if (wrong := wrong_tag(text, known)) is not None:
            found[field] = wrong
    if "body" not in found and (missing := [one for one in OWN_TAGS.get(occasion, ()) if one not in tags_in(body)]):
        found["body"] = _("Nel testo manca una parola tra parentesi graffe: %(name)s.", name=missing[0])
    if "short" not in found and (named := named_service(words.short, service_names)):
        found["short"] = _("Un SMS non nomina mai un servizio: togli «%(name)s».", name=named)
    return found


def named_service(text: str, service_names: Collection[str]) -> str | None:
    """The first of the names that stands in ``text``; None when none does."""
    low = text.casefold()
    return next((one for one in service_names if len(one) >= LONGEST_NAME and one.casefold() in low), None)

"""The card of a service while it is written: what is there, and what is still missing."""

from collections.abc import Mapping
from typing import Any, cast

from domain.catalogue.rules.card import ServiceCard

SENTENCES = (
    "title",
    "summary",
    "addressed_to",
    "how_to",
    "obtained",
    "times",
    "conditions",
    "costs",
    "topic",
    "area",
)
LISTS = ("needed", "also_called")
CODE = "benefit_code"
"""No words: it is not written in a language, and stays when the words change."""


def with_italian(card: Mapping[str, Any], written: Mapping[str, str]) -> dict[str, Any]:
    """``card`` with other Italian words; lists are one thing a line. Translations of a line that stays are kept."""
    found: dict[str, Any] = {CODE: card[CODE]} if card.get(CODE) else {}
    for name in SENTENCES:
        words = written.get(name, "").strip()
        found[name] = dict(card.get(name) or {}) | {"it": words} if words else {}
    for name in LISTS:
        were = {str(one.get("it")): one for one in cast("list[dict[str, str]]", card.get(name) or [])}
        lines = [line.strip() for line in written.get(name, "").splitlines() if line.strip()]
        found[name] = [were.get(line, {"it": line}) for line in lines]
    return found


def italian_of(card: Mapping[str, Any]) -> dict[str, str]:
    """What the boxes of the page show."""
    plain = {name: str((card.get(name) or {}).get("it", "")) for name in SENTENCES}
    return plain | {name: "\n".join(str(one.get("it", "")) for one in card.get(name) or []) for name in LISTS}


def with_code(card: Mapping[str, Any], code: str | None) -> dict[str, Any]:
    """``card`` with this code of the help, or with none."""
    rest = {name: part for name, part in card.items() if name != CODE}
    return rest | {CODE: code} if code else rest


def code_of(card: Mapping[str, Any]) -> str | None:
    """The code of the help, if somebody has chosen one."""
    return card.get(CODE) or None


def missing(card: Mapping[str, Any]) -> tuple[str, ...]:
    """The parts that must be written before the service is published."""
    return tuple(name for name in SENTENCES if not str((card.get(name) or {}).get("it", "")).strip())


def whole(card: Mapping[str, Any]) -> ServiceCard:
    """The card of which nothing is missing."""
    return ServiceCard.model_validate(dict(card))

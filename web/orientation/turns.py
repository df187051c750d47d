"""What a page of the questionnaire carries: the answers travel in the form, never in an address, and stay nowhere."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from domain.kernel.text import Text
from web.forms import Form, show
from web.locale import money, number, sentence

KNOWN = "known."
BADGES = {"met": "success", "not_met": "danger", "unknown": "neutral"}
Words = Callable[[Any, Any], Text | Decimal | int]


def turn_fields(sent: Form[Any]) -> dict[str, Any]:
    """The answers so far, the question that was shown, what was typed, and the button that was pressed."""
    known = {name.removeprefix(KNOWN): _last(value) for name, value in sent.values.items() if name.startswith(KNOWN)}
    pressed = {name: _last(sent.value(name)) for name in ("fact", "value", "action") if sent.value(name)}
    return {"known": known} | pressed


def shown(found: Any, words: Words) -> dict[str, Any]:
    """What the page needs: the questionnaire, the box of its question, and how answers are said (``words``)."""
    fact = found.question
    return {
        "orientation": found,
        "fact": fact,
        "form": show({"value": found.typed}, {"value": found.problem} if found.problem else None),
        "options": [(value, sentence(label)) for value, label in fact.choices] if fact else [],
        "said": lambda fact, value: _said(words(fact, value)),
        "badges": BADGES,
    }


def _said(answer: Text | Decimal | int) -> str:
    if isinstance(answer, Text):
        return sentence(answer)
    return money(answer) if isinstance(answer, Decimal) else number(answer)


def _last(value: str | list[str]) -> str:
    return value[-1] if isinstance(value, list) else value

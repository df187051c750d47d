"""Events: named in the past tense, frozen, and made of ids and facts only. They are kept for ever and read by all."""

import importlib
import inspect
import types
import typing
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path
from uuid import UUID

from pydantic import BaseModel

from tests.support.rules.source import ROOT
from tests.support.rules.words import words_of

# Past participles of ours that do not end in -ed.
IRREGULAR = frozenset(
    [
        "begun",
        "bound",
        "broken",
        "brought",
        "built",
        "chosen",
        "drawn",
        "found",
        "given",
        "held",
        "kept",
        "left",
        "lent",
        "lost",
        "made",
        "met",
        "paid",
        "put",
        "read",
        "run",
        "seen",
        "sent",
        "set",
        "shown",
        "spent",
        "split",
        "spoken",
        "sworn",
        "taken",
        "told",
        "withdrawn",
        "won",
        "written",
        "undone",
    ]
)
NOT_PARTICIPLES = frozenset({"need", "bed", "feed", "seed", "red"})
FACTS = (UUID, date, datetime, time, timedelta, int, Decimal, bool, Enum)
# A `str` may hold anything, a name or a story too. A field that holds a code gets a line here: name → what code it is.
TEXT_FIELDS: dict[str, str] = {
    "list_name": "the name of a coded list, one of those the program ships",
    "code": "a code of that list",
    "transition": "the key of a transition of a procedure, lower case without blanks",
    "from_state": "the key of a state of a procedure",
    "to_state": "the key of a state of a procedure",
    "letter": "the key of the template of a letter",
}


def event_classes(root: Path = ROOT) -> list[type]:
    """Every event of every context: the public classes defined in `domain/<context>/events.py`."""
    found = []
    for path in sorted((root / "domain").glob("*/events.py")):
        module = importlib.import_module(f"domain.{path.parent.name}.events")
        classes = (value for _name, value in inspect.getmembers(module, inspect.isclass))
        found += [c for c in classes if c.__module__ == module.__name__ and not c.__name__.startswith("_")]
    return found


def is_past(name: str) -> bool:
    """Whether a word after the first is a past participle: `ApplicationSubmitted`, `CaseTakenInCharge`."""
    later = words_of(name)[1:]
    return any((w.endswith("ed") and w not in NOT_PARTICIPLES) or w in IRREGULAR for w in later)


def _kinds(annotation: object) -> Iterable[object]:
    """The plain types inside an annotation: `tuple[UUID, ...] | None` gives UUID."""
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType, tuple, list, frozenset, set):
        for inner in typing.get_args(annotation):
            if inner is not Ellipsis and inner is not types.NoneType:
                yield from _kinds(inner)
    elif origin is typing.Annotated:
        yield from _kinds(typing.get_args(annotation)[0])
    elif origin is typing.Literal:
        return
    else:
        yield annotation


def _is_value(kind: object) -> bool:
    """Money, a period: a frozen value of the kernel, made of facts."""
    return getattr(kind, "__module__", "").startswith("domain.kernel.") and getattr(kind, "__name__", "") != "Text"


def _wrong_fields(event: type[BaseModel], text_fields: Iterable[str]) -> list[str]:
    found = []
    for name, field in event.model_fields.items():
        for kind in _kinds(field.annotation):
            if kind is str and name not in text_fields:
                found.append(
                    f"{event.__name__}.{name}: a str may hold a name or free text: an id, a StrEnum or TEXT_FIELDS"
                )
            elif kind is not str and not (isinstance(kind, type) and issubclass(kind, FACTS)) and not _is_value(kind):
                found.append(f"{event.__name__}.{name}: {kind} is not an id or a fact")
    return found


def wrong_events(classes: Iterable[type], text_fields: Iterable[str] = tuple(TEXT_FIELDS)) -> list[str]:
    """Events that are not frozen models, are not named in the past, or carry more than ids and facts."""
    found = []
    for event in classes:
        if not issubclass(event, BaseModel) or not event.model_config.get("frozen"):
            found.append(f"{event.__name__}: an event is a frozen pydantic model")
            continue
        if not is_past(event.__name__):
            found.append(f"{event.__name__}: an event is named in the past tense")
        found += _wrong_fields(event, text_fields)
    return found

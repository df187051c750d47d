"""A form as a JSON file, to be kept, moved to another ente, or written by hand: ``docs/forms.md`` describes it."""

import json
from dataclasses import dataclass
from typing import Any, cast

from pydantic import ValidationError

from domain.catalogue.rules.form_definition import FormDefinition
from domain.catalogue.rules.publication import faults

FORMAT = "sportello-form/1"
LARGEST_FILE = 1_000_000


class Unreadable(ValueError):
    """Why a file is not a form: each place with its reason."""

    def __init__(self, places: dict[str, str]) -> None:
        """Keep the places, in their order."""
        self.places = places
        super().__init__("; ".join(f"{place}: {reason}" for place, reason in places.items()))


@dataclass(frozen=True)
class FormFile:
    """What a file holds: a form, and the code of the help in the national register where the file says it."""

    form: FormDefinition
    benefit_code: str | None = None


def form_as_json(form: FormDefinition, benefit_code: str | None = None) -> str:
    """``form`` as text: keys in their order, accents as they are, nothing that is not set."""
    steps = form.model_dump(mode="json", exclude_defaults=True)["steps"] if form.steps else []
    coded = {"benefit_code": benefit_code} if benefit_code else {}
    return json.dumps({"format": FORMAT, **coded, "steps": steps}, ensure_ascii=False, indent=2) + "\n"


def read_form_json(text: str) -> FormFile:
    """What ``text`` holds. Refuses (``Unreadable``, with each place) what is not a form, or could not be published."""
    if len(text) > LARGEST_FILE:
        raise Unreadable({"file": "too_large"})
    try:
        found = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_no_key_twice)
    except (ValueError, RecursionError) as refused:
        raise Unreadable({"file": str(refused)}) from refused
    if not isinstance(found, dict) or cast("dict[str, Any]", found).get("format") != FORMAT:
        raise Unreadable({"format": f"not {FORMAT}"})
    body = {key: value for key, value in cast("dict[str, Any]", found).items() if key != "format"}
    code = body.pop("benefit_code", None)
    if code is not None and not isinstance(code, str):
        raise Unreadable({"benefit_code": "not a text"})
    form = _form(body)
    if wrong := faults(form):
        raise Unreadable({fault.place: fault.reason for fault in wrong})
    return FormFile(form, code)


def _form(body: dict[str, Any]) -> FormDefinition:
    try:
        return FormDefinition.model_validate(body)
    except ValidationError as refused:
        places = {_place(body, error["loc"]): error["msg"].removeprefix("Value error, ") for error in refused.errors()}
        raise Unreadable(places) from refused


def _place(found: Any, loc: tuple[int | str, ...]) -> str:
    """Where the mistake is, by the keys of steps and questions instead of their numbers."""
    words: list[str] = []
    node: Any = found
    for part in loc:
        try:
            node = node[part] if node is not None else None
        except (KeyError, IndexError, TypeError):
            node = None
        key = cast("dict[str, Any]", node).get("key") if isinstance(node, dict) else None
        if isinstance(part, int):
            words.append(str(key) if key else f"[{part + 1}]")
        elif part not in ("steps", "fields"):
            words.append(part)
    return ".".join(words) or "form"


def _no_constant(word: str) -> None:
    raise ValueError(f"{word} is no number")


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found

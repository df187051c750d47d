"""A form as a JSON file, to be kept, moved to another ente, or written by hand: ``docs/forms.md`` describes it."""

import json
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


def form_as_json(form: FormDefinition) -> str:
    """``form`` as text: keys in their order, accents as they are, nothing that is not set."""
    steps = form.model_dump(mode="json", exclude_defaults=True)["steps"] if form.steps else []
    return json.dumps({"format": FORMAT, "steps": steps}, ensure_ascii=False, indent=2) + "\n"


def read_form_json(text: str) -> FormDefinition:
    """The form in ``text``. Refuses (``Unreadable``, with each place) what is not a form, or could not be published."""
    if len(text) > LARGEST_FILE:
        raise Unreadable({"file": "too_large"})
    try:
        found = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_no_key_twice)
    except (ValueError, RecursionError) as refused:
        raise Unreadable({"file": str(refused)}) from refused
    form = _form(found)
    if wrong := faults(form):
        raise Unreadable({fault.place: fault.reason for fault in wrong})
    return form


def _form(found: Any) -> FormDefinition:
    if not isinstance(found, dict) or cast("dict[str, Any]", found).get("format") != FORMAT:
        raise Unreadable({"format": f"not {FORMAT}"})
    body = {key: value for key, value in cast("dict[str, Any]", found).items() if key != "format"}
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

"""What was typed about a transition: the questions that it asks are rows that come and go without scripts."""

import re
from typing import Any
from uuid import UUID

from litestar import Request

from backoffice.procedures.drafts.pages import many, settle, typed_sentences
from domain.procedure.actions.designing.keep_transition import MOST_FIELDS, KeepTransition
from domain.procedure.queries.definitions import Transition
from domain.procedure.terms import AskedKind
from web.forms import Form, Typed, bind, typed

Row = dict[str, Typed]
BUTTON = "questions"
_FIELD = re.compile(r"fields\.(\d{1,2})\.(.+)")
_REMOVE = re.compile(r"remove\.(\d{1,2})")
NEW_ROW: Row = {"kind": AskedKind.TEXT.value, "required": "true"}


async def rearranged(request: Request[Any, Any, Any]) -> Form[Any] | None:
    """The form with one question more or less, when that button was pressed; None when everything is to be kept."""
    form = await typed(request)
    pressed = str(form.values.pop(BUTTON, ""))
    if not pressed:
        return None
    rows = question_rows(form)
    if removed := _REMOVE.fullmatch(pressed):
        del rows[int(removed[1]) : int(removed[1]) + 1]
    elif len(rows) < MOST_FIELDS:
        rows.append(NEW_ROW)
    _put(form, rows)
    return form


async def typed_transition(request: Request[Any, Any, Any], version_id: UUID, key: str | None) -> Form[KeepTransition]:
    """The command; questions without a word and without answers count as not there."""
    form = await typed(request)
    rows = [row for row in question_rows(form) if _has_words(row)]
    bound = await bind(
        request,
        KeepTransition,
        version_id=version_id,
        key=key,
        roles=many(form.value("roles")),
        required_document_kinds=many(form.value("required_document_kinds")),
        fields=[_asked(row) for row in rows],
        **await typed_sentences(request, "name"),
    )
    _put(bound, rows)
    settle(bound, ("name",))
    return bound


def question_rows(form: Form[Any]) -> list[Row]:
    """What was typed about each question, in their order."""
    rows: dict[int, Row] = {}
    for name, value in form.values.items():
        if place := _FIELD.fullmatch(name):
            rows.setdefault(int(place[1]), {})[place[2]] = value
    return [rows[place] for place in sorted(rows)]


def shown_questions(one: Transition) -> dict[str, str]:
    """The questions of a transition as values of the fields."""
    values: dict[str, str] = {}
    for place, field in enumerate(one.fields):
        known = {f"label.{code}": text for code, text in field.label.root.items()} | {"kind": field.kind.value}
        known["options"] = "\n".join(option.label.in_("it") for option in field.options)
        known |= {name: "true" for name in ("required", "is_internal") if getattr(field, name)}
        values |= {f"fields.{place}.{name}": text for name, text in known.items()}
    return values


def _has_words(row: Row) -> bool:
    return any(str(value).strip() for name, value in row.items() if name.startswith("label.") or name == "options")


def _asked(row: Row) -> dict[str, Any]:
    labels = {name.removeprefix("label."): str(text) for name, text in row.items() if name.startswith("label.")}
    lines = [line for line in str(row.get("options", "")).splitlines() if line.strip()]
    plain = {name: row[name] for name in ("kind", "required", "is_internal") if row.get(name)}
    return {"label": labels, "options": lines} | plain


def _put(form: Form[Any], rows: list[Row]) -> None:
    """The rows take the places from the first on."""
    for name in [name for name in form.values if _FIELD.fullmatch(name)]:
        del form.values[name]
    for place, row in enumerate(rows):
        form.values |= {f"fields.{place}.{name}": value for name, value in row.items()}

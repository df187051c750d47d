"""The page of a question: the boxes that its kind needs."""

import json
from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.services.form.conditions import condition_choices, condition_values
from domain.catalogue.queries.form_of import Field
from domain.catalogue.queries.service_draft import (
    DraftSheet,
    as_typed,
    asked_before,
    service_draft,
    step_at,
    step_of,
    tellable,
)
from domain.catalogue.terms import BOUNDED_KINDS, PART_KINDS, FieldKind, TextFormat
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from web.forms import Form, show
from web.locale import sentence
from web.rendering import page

FEWEST_COLUMNS = 6
MOST_COLUMNS = 20


def columns_sent(form: Form[Any]) -> list[dict[str, str]]:
    """The columns of a group that were typed."""
    found: list[dict[str, str]] = []
    for number in range(1, MOST_COLUMNS + 1):
        label = str(form.value(f"column.{number}")).strip()
        if label:
            kind = str(form.value(f"column.{number}.kind")) or FieldKind.TEXT.value
            found.append({"label": label, "kind": kind})
    return found


async def new_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    draft_id: UUID,
    step_key: str,
    kind: str,
    form: Form[Any] | None = None,
) -> Response[Any]:
    """The kinds among which to choose, or the boxes of one of them."""
    draft = await service_draft(work, operator, draft_id)
    step = step_at(draft.form, step_key)
    kinds = [one for one in FieldKind if one is not FieldKind.COMPUTED]
    if kind not in kinds:
        pairs = [(one.value, sentence(one.label)) for one in kinds]
        return page(request, "services/form/question_kinds.html", draft=draft, step=step, kinds=pairs)
    known = {"seen_revision": draft.revision, "required": True, "join": "and", "step_key": step_key, "max_rows": 5}
    before = asked_before(draft.form, step_key, "")
    return _page(request, draft, FieldKind(kind), None, before, form, known)


async def changed_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    draft_id: UUID,
    question_key: str,
    form: Form[Any] | None = None,
) -> Response[Any]:
    """The boxes with what the question asks so far."""
    draft = await service_draft(work, operator, draft_id)
    step = step_of(draft.form, question_key)
    field = next(one for one in step.fields if one.key == question_key)
    before = asked_before(draft.form, step.key, field.key)
    known = as_typed(field) | condition_values(field.only_if, before) | {"seen_revision": draft.revision}
    for number, part in enumerate(field.parts, 1):
        known |= {f"column.{number}": part.label.in_("it"), f"column.{number}.kind": part.kind.value}
    return _page(request, draft, field.kind, field, before, form, known)


def _page(
    request: Request[Any, Any, Any],
    draft: DraftSheet,
    kind: FieldKind,
    field: Field | None,
    before: tuple[Field, ...],
    form: Form[Any] | None,
    known: dict[str, Any],
) -> Response[Any]:
    columns = min(max(FEWEST_COLUMNS, len(field.parts) + 2 if field else 0), MOST_COLUMNS)
    only_if = field.only_if if field else None
    return page(
        request,
        "services/form/question.html",
        status=422 if form else 200,
        draft=draft,
        field=field,
        kind=kind,
        form=form or show(known),
        has_bounds=kind in BOUNDED_KINDS,
        facts=[(fact.key, sentence(fact.label)) for fact in tellable(kind, field)],
        document_kinds=[(one.value, sentence(one.label)) for one in DocumentKind],
        formats=[(one.value, sentence(one.label)) for one in TextFormat],
        column_kinds=[(one.value, sentence(one.label)) for one in FieldKind if _stands_in_a_row(one, field)],
        column_numbers=range(1, columns + 1),
        expression=json.dumps(field.expression, ensure_ascii=False) if field and field.expression else None,
        **condition_choices(only_if, before),
    )


def _stands_in_a_row(kind: FieldKind, field: Field | None) -> bool:
    """A choice has answers of its own, which this page does not ask: it stays where it is, and comes with a file."""
    is_there = field is not None and any(part.kind is kind for part in field.parts)
    return kind in PART_KINDS and (kind is not FieldKind.CHOICE or is_there)

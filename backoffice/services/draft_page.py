"""The page of a draft: what is missing, the card, the pages of questions, the ways out."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.services.form.conditions import condition_words
from backoffice.services.words import PART_LABELS
from domain.catalogue.queries.benefits import benefit_named
from domain.catalogue.queries.service_draft import DraftSheet, service_draft
from domain.kernel.actor import Operator
from domain.kernel.languages import LANGUAGES, SOURCE
from domain.platform.work import UnitOfWork
from domain.procedure.queries.procedures_in_force import procedures_in_force
from web.forms import Form, show
from web.locale import language_code, sentence
from web.rendering import page


async def draft_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    draft_id: UUID,
    form: Form[Any] | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    """All of the draft; ``form`` says what was refused."""
    draft = await service_draft(work, operator, draft_id)
    return page(
        request,
        "services/draft.html",
        status=status,
        draft=draft,
        form=form or show(),
        missing=[(name, sentence(PART_LABELS[name])) for name in draft.missing],
        wrong=_wrong(draft),
        conditions=_conditions(draft),
        translations=_languages(draft),
        benefit=await benefit_named(work, draft.ente_id, draft.benefit_code),
        procedure=await procedure_name(work, draft),
        is_saved="salvato" in request.query_params,
    )


async def procedure_name(work: UnitOfWork, draft: DraftSheet) -> str | None:
    """The procedure that the draft names, in words; None when it is not in force: no request would follow it."""
    name = (await procedures_in_force(work, draft.ente_id)).get(draft.procedure_slug)
    return name.in_(language_code()) if name else None


def _wrong(draft: DraftSheet) -> list[tuple[str, str, str]]:
    """Each place that is not right: where to go, what is there, why."""
    found: list[tuple[str, str, str]] = []
    for place, reason in draft.faults.items():
        step_key, _dot, key = place.partition(".")
        step, field = draft.form.step(step_key), draft.form.field(key)
        label = field.label if field else step.title if step else None
        address = f"domande/{key}" if field else f"passi/{step_key}" if step else ""
        found.append((address, label.in_(SOURCE.code) if label else "", sentence(reason)))
    return found


def _conditions(draft: DraftSheet) -> Mapping[str, list[str] | None]:
    """Key to the lines of its condition; None for one that lines cannot say. What is always asked is left out."""
    found: dict[str, list[str] | None] = {}
    before: tuple[Any, ...] = ()
    for step in draft.form.steps:
        if step.only_if:
            found[f"step.{step.key}"] = condition_words(step.only_if, before)
        for field in step.fields:
            if field.only_if:
                found[field.key] = condition_words(field.only_if, before)
            before = (*before, field)
    return found


def _languages(draft: DraftSheet) -> list[tuple[str, str, int, int]]:
    """Each language but Italian: its code and name, how many sentences it has, of how many."""
    said = draft.sentences.values()
    return [
        (one.code, one.native_name, sum(1 for words in said if words.get(one.code)), len(said))
        for one in LANGUAGES
        if one.code != SOURCE.code
    ]

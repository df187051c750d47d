"""The page of a step: its questions with the answers so far, and the way through the form."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from litestar import Request, Response
from litestar.response import Redirect

from domain.catalogue.queries.form_of import Field, Step
from domain.catalogue.terms import FieldKind
from domain.intake.queries.application_form import ApplicationForm, application_form
from domain.intake.queries.own_applications import own_application
from domain.intake.queries.people_to_pick import PickRow, people_to_pick
from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.kernel.text import Text
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork
from portal.acting.bar import acting_for
from portal.steps.files import shown_files
from portal.steps.saving import new_page_token
from web.forms import show
from web.locale import gettext, language_code
from web.rendering import page


def step_url(application_id: UUID, number: int) -> str:
    """The address of a step."""
    return f"/domande/{application_id}/passi/{number}"


def way(application_id: UUID, asked: ApplicationForm) -> list[tuple[str, str]]:
    """Every step with its address, and the review at the end."""
    language = language_code()
    steps = [(step.title.in_(language), step_url(application_id, place)) for place, step in enumerate(asked.steps, 1)]
    return [*steps, (gettext("Controlla e invia"), f"/domande/{application_id}/riepilogo")]


async def step_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    citizen: Citizen,
    application_id: UUID,
    number: int,
    problems: Mapping[str, Text] | None = None,
) -> Response[Any]:
    """Step ``number`` of those to answer now; with ``problems`` as 422. What was sent already is shown, not asked."""
    application = await own_application(work, citizen, application_id)
    if not application.is_draft:
        return Redirect(f"/domande/{application_id}", status_code=303)
    asked = await application_form(work, citizen, application)
    if not 1 <= number <= len(asked.steps):
        raise NotFound
    step = asked.steps[number - 1]
    return page(
        request,
        "steps/step.html",
        status=422 if problems else 200,
        application=application,
        card=asked.card,
        step=step,
        number=number,
        **await _questions(work, citizen, asked, step),
        way=way(application_id, asked),
        form=show(_answers(application.answers), problems),
        files={field: shown_files(rows) for field, rows in asked.attachments.items()},
        page_token=new_page_token(),
        is_known=_is_known(step, application.answers),
        has_more=request.query_params.get("altre") == "1",
        limit=settings().upload_limit_bytes,
        upload_url="/caricamenti",
        option_pairs=option_pairs,
        acting=await acting_for(work, citizen, application),
        is_for_self=application.beneficiary_id == citizen.person_id,
        remove_url=lambda file: f"/domande/{application_id}/allegati/{file.id}/rimozione",
    )


async def _questions(work: UnitOfWork, citizen: Citizen, asked: ApplicationForm, step: Step) -> dict[str, Any]:
    """All the questions of the step, which of them are asked now, and what a script needs to change that."""
    fields = asked.all_fields(step.key)
    is_picking = any(field.kind is FieldKind.PERSON for field in fields)
    return {
        "fields": fields,
        "asked_now": frozenset(field.key for field in step.fields),
        "rules": asked.rules_of(step.key),
        "rows_of": asked.rows_of,
        "result_of": lambda field: asked.result(field, language_code()),
        "people": _people(await people_to_pick(work, citizen)) if is_picking else (),
        "has_files": any(field.kind is FieldKind.DOCUMENT for field in fields),
    }


def option_pairs(field: Field) -> list[tuple[str, str]]:
    """The answers among which to choose, in the page's language."""
    return [(option.value, option.label.in_(language_code())) for option in field.options]


def _people(rows: Sequence[PickRow]) -> list[tuple[str, str]]:
    """Those whom we know, and somebody else."""
    return [*((str(row.person_id), row.full_name) for row in rows), ("other", gettext("Un'altra persona"))]


def _answers(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in kept.items() if value not in (None, "", [])}


def _is_known(step: Step, answers: Mapping[str, Any]) -> bool:
    """Whether something on the page was not asked but known."""
    return any(
        field.prefill and any(name.split(".")[0] == field.key and answers[name] for name in answers)
        for field in step.fields
    )

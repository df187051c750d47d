"""The page of a step: its questions with the answers so far, and the way through the form."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from litestar import Request, Response
from litestar.response import Redirect

from domain.intake.queries.application_form import ApplicationForm, application_form
from domain.intake.queries.own_applications import own_application
from domain.intake.queries.papers.held_papers import step_papers
from domain.intake.queries.people_to_pick import people_to_pick
from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.kernel.text import Text
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
    questions = asked.questions_of(step, language_code())
    return page(
        request,
        "steps/step.html",
        status=422 if problems else 200,
        application=application,
        card=asked.card,
        step=step,
        number=number,
        questions=questions,
        people=await _people(work, citizen) if questions.wants_people else [],
        way=way(application_id, asked),
        form=show(asked.boxes, problems),
        files={field: shown_files(rows) for field, rows in asked.attachments.items()},
        papers=await step_papers(work, citizen, application, step, asked.attachments),
        page_token=new_page_token(),
        is_known=any(questions.source_of(field) for field in step.fields),
        has_more=request.query_params.get("altre") == "1",
        upload_url="/caricamenti",
        acting=await acting_for(work, citizen, application),
        is_for_self=application.beneficiary_id == citizen.person_id,
        remove_url=lambda file: f"/domande/{application_id}/allegati/{file.id}/rimozione",
    )


async def _people(work: UnitOfWork, citizen: Citizen) -> list[tuple[str, str]]:
    return [(str(one.person_id), one.full_name) for one in await people_to_pick(work, citizen)]

"""The page of a step at the desk: the questions of the portal, and what the person's own screen tells."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.assistance.files import shown_files
from backoffice.assistance.paths import desk_path, review_path, step_path
from backoffice.assistance.saving import Sent
from backoffice.assistance.screen_words import shown_screen
from domain.catalogue.queries.form_of import Field
from domain.catalogue.terms import YES, FieldKind
from domain.intake.queries.application_form import ApplicationForm, application_form
from domain.intake.queries.application_of import desk_application
from domain.intake.queries.assistance.desk_screen import DeskScreen, desk_screen
from domain.intake.queries.papers.held_papers import step_papers
from domain.intake.queries.people_to_pick import people_to_pick
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names
from web.forms import show
from web.locale import gettext, language_code
from web.rendering import page, see_other

WHOLE_FILES = {"upload_url": None, "is_for_self": False}
"""Files come with the form, and nothing here is about the operator."""


def way(application_id: UUID, asked: ApplicationForm) -> list[tuple[str, str]]:
    """Every step with its address, and the review at the end."""
    language = language_code()
    steps = [(step.title.in_(language), step_path(application_id, at)) for at, step in enumerate(asked.steps, 1)]
    return [*steps, (gettext("Controlla e invia"), review_path(application_id))]


async def step_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    application_id: UUID,
    number: int,
    *,
    problems: Mapping[str, Text] | None = None,
    lost: Sent | None = None,
) -> Response[Any]:
    """Step ``number``; with ``problems`` as 422. ``lost`` was typed on a page that somebody overtook: it is kept (409).

    What was sent already is shown on the page of the office.
    """
    application = await desk_application(work, operator, application_id)
    if not application.is_draft:
        return see_other(request, f"/domande/{application_id}")
    asked = await application_form(work, operator, application)
    if not 1 <= number <= len(asked.steps):
        raise NotFound
    questions = asked.questions_of(step := asked.steps[number - 1], language_code())
    screen = await desk_screen(work, operator, application_id)
    concerned = (application.applicant_id, application.beneficiary_id)
    return page(
        request,
        "assistance/step.html",
        status=409 if lost else 422 if problems else 200,
        application=application,
        person=(await names(work, concerned))[application.beneficiary_id],
        card=asked.card,
        step=step,
        number=number,
        way=way(application_id, asked),
        form=show(asked.boxes | _agreed(step.fields, screen) | (dict(lost.answers) if lost else {}), problems),
        files={field: shown_files(rows) for field, rows in asked.attachments.items()},
        papers=await step_papers(work, operator, application, step, asked.attachments),
        has_more=request.query_params.get("altre") == "1",
        questions=questions,
        people=await _people(work, operator, concerned) if questions.wants_people else [],
        **WHOLE_FILES,
        has_changed=lost is not None,
        remove_url=lambda file: f"{desk_path(application_id)}/allegati/{file.id}/rimozione",
        screen=shown_screen(request, application_id, screen, step.key),
    )


async def _people(work: UnitOfWork, operator: Operator, concerned: tuple[UUID, ...]) -> list[tuple[str, str]]:
    return [(str(one.person_id), one.full_name) for one in await people_to_pick(work, operator, concerned)]


def _agreed(fields: tuple[Field, ...], screen: DeskScreen) -> dict[str, str]:
    """The declarations that the person has confirmed on their own screen stand ticked: the operator saves them."""
    return {
        field.key: YES
        for field in fields
        if field.kind is FieldKind.DECLARATION and field.key in screen.said and screen.said[field.key].counts
    }

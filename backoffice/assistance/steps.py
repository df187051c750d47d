"""The steps of an application at the desk: a page of questions, and saving it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.assistance.paths import review_path, step_path
from backoffice.assistance.saving import SHOW, Sent, save_step, sent_step
from backoffice.assistance.step_page import step_page
from domain.intake.actions.answer_step import SavedStep
from domain.intake.actions.assistance.show_to_person import ShowToPerson, show_to_person
from domain.intake.actions.assistance.turn_screen import turn_screen
from domain.intake.actions.change_rows import ChangeRows, change_rows
from domain.intake.actions.papers.arrange_papers import Arrangement, ArrangePapers, arrange_papers
from domain.intake.actions.papers.join_pages import JoinPages, join_pages
from domain.intake.queries.application_form import application_form
from domain.intake.queries.assistance.screen_view import REVIEW
from domain.intake.refusals import AlreadySubmitted, DraftChanged
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from web.access import operator
from web.rendering import see_other
from web.requests.paper_buttons import PaperButton, paper_button
from web.requests.row_buttons import row_button
from web.work import CurrentOperator, Work


class DeskStepController(Controller):
    """One step a page."""

    path = "/domande/{application_id:uuid}/compilazione/{number:int}"

    @get("/", name="desk_step.show", **operator(*DESK_ROLES))
    async def show(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        application_id: FromPath[UUID],
        number: FromPath[int],
    ) -> Response[Any]:
        """The questions, with what is answered or known already; the reading is noted."""
        return await step_page(request, work, operator, application_id, number)

    @post("/", name="desk_step.save", **operator(*DESK_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        application_id: FromPath[UUID],
        number: FromPath[int],
    ) -> Response[Any]:
        """Keep what was typed, right or wrong, and go on, or show it to the person."""
        sent = await sent_step(request)
        try:
            saved = await save_step(work, operator, application_id, sent)
        except AlreadySubmitted:
            return see_other(request, f"/domande/{application_id}")
        except DraftChanged:
            await work.discard()
            return await step_page(request, work, operator, application_id, number, lost=sent)
        return await _after(request, work, operator, saved, sent, number)


async def _after(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, saved: SavedStep, sent: Sent, number: int
) -> Response[Any]:
    application_id = saved.application.id
    if sent.action == SHOW:
        await show_to_person(work, operator, ShowToPerson(application_id=application_id, step_key=sent.step_key))
        return see_other(request, step_path(application_id, number))
    if pressed := row_button(sent.action):
        await change_rows(
            work, operator, ChangeRows(application_id=application_id, group=pressed.group, row=pressed.row)
        )
        return see_other(request, f"{step_path(application_id, number)}#{pressed.group}")
    if beside := paper_button(sent.action):
        return await _beside_paper(request, work, operator, saved, sent, number, beside)
    wrong = {key: why for key, why in saved.problems.items() if key.partition(".")[0] in sent.heads}
    joined = JoinPages(application_id=application_id, step_key=sent.step_key)
    if wrong := wrong or await join_pages(work, operator, joined):
        return await step_page(request, work, operator, application_id, number, problems=wrong)
    return see_other(request, await _next(work, operator, saved, sent))


async def _next(work: UnitOfWork, operator: Operator, saved: SavedStep, sent: Sent) -> str:
    """Where the operator goes on; the person's own screen goes along."""
    application_id = saved.application.id
    asked = await application_form(work, operator, saved.application)
    place = asked.number_of(sent.step_key)
    if saved.problems:
        return f"{step_path(application_id, place)}?altre=1"
    if place >= len(asked.steps):
        await turn_screen(work, operator, application_id, REVIEW)
        return review_path(application_id)
    await turn_screen(work, operator, application_id, asked.steps[place].key)
    return step_path(application_id, place + 1)


async def _beside_paper(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    saved: SavedStep,
    sent: Sent,
    number: int,
    beside: PaperButton,
) -> Response[Any]:
    """Back to the question beside which the button was pressed; with what is wrong there, where a file was sent."""
    application_id = saved.application.id
    wanted = ArrangePapers(
        application_id=application_id,
        step_key=sent.step_key,
        wanted=Arrangement(beside.verb),
        field=beside.field,
        target_id=beside.target_id,
    )
    wrong = {key: why for key, why in saved.problems.items() if key == beside.field and beside.verb == "more"}
    if wrong := wrong or await arrange_papers(work, operator, wanted):
        return await step_page(request, work, operator, application_id, number, problems=wrong)
    return see_other(request, f"{step_path(application_id, number)}#{beside.field}")

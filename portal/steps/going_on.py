"""Where one goes after a step has been saved."""

from typing import Any

from litestar import Request, Response

from domain.intake.actions.answer_step import SavedStep
from domain.intake.actions.change_rows import ChangeRows, change_rows
from domain.intake.actions.papers.arrange_papers import Arrangement, ArrangePapers, arrange_papers
from domain.intake.actions.papers.join_pages import JoinPages, join_pages
from domain.intake.queries.application_form import application_form
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from portal.steps.saving import Sent
from portal.steps.step_page import step_page, step_url
from web.rendering import see_other
from web.requests.paper_buttons import PaperButton, paper_button
from web.requests.row_buttons import row_button


def heads(sent: Sent) -> frozenset[str]:
    """The questions of which the page sent something, a box of a row counting for its group."""
    return frozenset(name.partition(".")[0] for name in sent.answers)


async def after_saving(
    request: Request[Any, Any, Any], work: UnitOfWork, citizen: Citizen, saved: SavedStep, sent: Sent, number: int
) -> Response[Any]:
    """The list for who stops; the same step when something is wrong or a new question came up; else the next one."""
    application = saved.application
    if sent.is_for_later:
        return see_other(request, "/domande?salvata=1")
    if pressed := row_button(sent.action):
        await change_rows(
            work, citizen, ChangeRows(application_id=application.id, group=pressed.group, row=pressed.row)
        )
        return see_other(request, f"{step_url(application.id, number)}#{pressed.group}")
    if beside := paper_button(sent.action):
        return await _beside_paper(request, work, citizen, saved, sent, number, beside)
    said = sent.shown | heads(sent)
    wrong = {key: why for key, why in saved.problems.items() if key.partition(".")[0] in said}
    if wrong := wrong or await join_pages(work, citizen, _pages(saved, sent)):
        return await step_page(request, work, citizen, application.id, number, wrong)
    return see_other(request, await _next(work, citizen, saved, sent))


async def _next(work: UnitOfWork, citizen: Citizen, saved: SavedStep, sent: Sent) -> str:
    asked = await application_form(work, citizen, saved.application)
    place = asked.number_of(sent.step_key)
    if saved.problems:
        return f"{step_url(saved.application.id, place)}?altre=1"
    if place >= len(asked.steps):
        return f"/domande/{saved.application.id}/riepilogo"
    return step_url(saved.application.id, place + 1)


def _pages(saved: SavedStep, sent: Sent) -> JoinPages:
    return JoinPages(application_id=saved.application.id, step_key=sent.step_key)


async def _beside_paper(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    citizen: Citizen,
    saved: SavedStep,
    sent: Sent,
    number: int,
    beside: PaperButton,
) -> Response[Any]:
    """Back to the question beside which the button was pressed; with what is wrong there, where a file was sent."""
    wanted = ArrangePapers(
        application_id=saved.application.id,
        step_key=sent.step_key,
        wanted=Arrangement(beside.verb),
        field=beside.field,
        target_id=beside.target_id,
    )
    wrong = {key: why for key, why in saved.problems.items() if key == beside.field and beside.verb == "more"}
    if wrong := wrong or await arrange_papers(work, citizen, wanted):
        return await step_page(request, work, citizen, saved.application.id, number, wrong)
    return see_other(request, f"{step_url(saved.application.id, number)}#{beside.field}")

"""Where one goes after a step has been saved."""

from typing import Any

from litestar import Request, Response

from domain.intake.actions.answer_step import SavedStep
from domain.intake.actions.change_rows import ChangeRows, change_rows
from domain.intake.queries.application_form import application_form
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from portal.steps.saving import Sent
from portal.steps.step_page import step_page, step_url
from web.rendering import see_other
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
    if wrong := {key: why for key, why in saved.problems.items() if key.partition(".")[0] in sent.shown | heads(sent)}:
        return await step_page(request, work, citizen, application.id, number, wrong)
    asked = await application_form(work, citizen, application)
    place = asked.number_of(sent.step_key)
    if saved.problems:
        return see_other(request, f"{step_url(application.id, place)}?altre=1")
    if place >= len(asked.steps):
        return see_other(request, f"/domande/{application.id}/riepilogo")
    return see_other(request, step_url(application.id, place + 1))

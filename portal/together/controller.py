"""The step that the operator shows, and what the person says of it."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.intake.actions.assistance.confirm_step import ConfirmStep, confirm_step
from domain.intake.queries.assistance.screen_view import screen_view
from domain.intake.refusals import AnswersChanged
from portal.together.cookie import HOME
from portal.together.pages import followed_page
from web.access import COMPANION
from web.forms import typed
from web.locale import language_code
from web.rendering import see_other
from web.requests import htmx
from web.work import CurrentCompanion, Work

MOST = 50
"""Sentences that one page may confirm."""


class FollowedStepController(Controller):
    """Read only: the answers are the operator's to write."""

    path = HOME

    @get("/", name="followed.step", **COMPANION)
    async def show(self, request: Request[Any, Any, Any], work: Work, companion: CurrentCompanion) -> Response[Any]:
        """What the operator shows now; nothing (204) when the page that asks by itself shows it already."""
        view = await screen_view(work, companion, language_code())
        if htmx.is_htmx(request) and request.query_params.get("visto") == view.mark:
            return Response(None, status_code=204)
        return followed_page(request, view)

    @post("/conferme", name="followed.confirmation", **COMPANION)
    async def create(self, request: Request[Any, Any, Any], work: Work, companion: CurrentCompanion) -> Response[Any]:
        """Keep what the person says; when an answer has changed meanwhile, show it and ask again (409)."""
        try:
            await confirm_step(work, companion, await _said(request))
        except AnswersChanged:
            await work.discard()
            view = await screen_view(work, companion, language_code())
            return followed_page(request, view, status=409)
        return see_other(request, HOME)


async def _said(request: Request[Any, Any, Any]) -> ConfirmStep:
    form = await typed(request)
    declared, version = form.value("declarations"), str(form.value("version"))
    return ConfirmStep(
        step_key=str(form.value("step")),
        version=int(version) if version.isdecimal() and len(version) < 9 else 0,
        is_agreed=form.value("word") == "yes",
        declarations=[declared] if isinstance(declared, str) else declared[:MOST],
        language=language_code(),
    )

"""The second screen: making its code, looking what the person says, closing it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.assistance.paths import review_path, screen_path
from backoffice.assistance.screen_words import shown_screen
from domain.intake.actions.assistance.close_screen import close_screen
from domain.intake.actions.assistance.show_to_person import ShowToPerson, show_to_person
from domain.intake.queries.assistance.desk_screen import desk_screen
from domain.intake.queries.assistance.screen_view import REVIEW
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class SecondScreenController(Controller):
    """The screen of one application."""

    path = "/domande/{application_id:uuid}/schermo"

    @get("/", name="second_screen.show", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """The code, or what the person says; pages beside it ask again by themselves."""
        screen = await desk_screen(work, operator, application_id)
        shown = shown_screen(request, application_id, screen, screen.step_key or REVIEW)
        return page(request, "assistance/screen.html", block="screen", screen=shown, back=review_path(application_id))

    @post("/", name="second_screen.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Show everything together to the person, before it is sent."""
        await show_to_person(work, operator, ShowToPerson(application_id=application_id, step_key=REVIEW))
        return see_other(request, review_path(application_id))


class ScreenClosingController(Controller):
    """The end of it."""

    path = "/domande/{application_id:uuid}/schermo/chiusura"

    @post("/", name="second_screen.delete", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Nobody follows any more."""
        await close_screen(work, operator, application_id)
        return see_other(request, screen_path(application_id))

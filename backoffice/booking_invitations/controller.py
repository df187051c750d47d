"""Who is invited to book, and inviting somebody."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.appointments.controller import READING
from backoffice.booking_invitations.inviting_page import asked_in, inviting_page
from backoffice.booking_invitations.list_page import list_page
from backoffice.booking_invitations.paths import PATH
from domain.kernel.roles import DESK_ROLES
from domain.scheduling.actions.inviting.invite_to_book import InviteToBook, invite_to_book
from web.access import operator
from web.forms import attempt, bind, show
from web.rendering import see_other
from web.work import CurrentOperator, Work


class InvitationController(Controller):
    """Invitations of an office."""

    path = PATH

    @get("/", name="booking_invitations", **operator(*READING))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Who has not booked yet, who did not in time, who has; the readings are noted."""
        return await list_page(request, work, operator)

    @get("/nuovo", name="booking_invitation.new", **operator(*DESK_ROLES))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Whom, for what, where, until when."""
        return await inviting_page(request, work, operator, show(await asked_in(request, work, operator)))

    @post("/nuovo", name="booking_invitation.create", **operator(*DESK_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Invite; the person is written to."""
        form = await bind(request, InviteToBook)
        if await attempt(work, operator, form, invite_to_book, "need_id"):
            return see_other(request, f"{PATH}?fatto=invitato")
        return await inviting_page(request, work, operator, form, status=422)

"""An invitation that is taken back, or that the office has seen to."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from pydantic import BaseModel

from backoffice.booking_invitations.paths import PATH, back_to
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.inviting.close_invitation import CloseInvitation, close_invitation
from domain.scheduling.actions.inviting.withdraw_invitation import WithdrawInvitation, withdraw_invitation
from domain.scheduling.queries.inviting.invitation_list import invitation_row
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class FromList(BaseModel):
    """From which list a button was pressed."""

    query: str = ""


class InvitationWithdrawalController(Controller):
    """Taking back."""

    path = f"{PATH}/{{invitation_id:uuid}}/ritiro"

    @post("/", name="booking_invitation.withdrawal", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, invitation_id: FromPath[UUID]
    ) -> Response[Any]:
        """It is on the portal no more."""
        form = await bind(request, FromList)
        await withdraw_invitation(work, operator, WithdrawInvitation(invitation_id=invitation_id))
        return see_other(request, back_to(form.value("query"), "ritirato"))


class InvitationClosureController(Controller):
    """Seeing to it, with a note."""

    path = f"{PATH}/{{invitation_id:uuid}}/chiusura"

    @get("/", name="booking_invitation.closing", **operator(*DESK_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, invitation_id: FromPath[UUID]
    ) -> Response[Any]:
        """What was done."""
        return await _closing_page(request, work, operator, invitation_id, show())

    @post("/", name="booking_invitation.closure", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, invitation_id: FromPath[UUID]
    ) -> Response[Any]:
        """It waits no more."""
        form = await bind(request, CloseInvitation, invitation_id=invitation_id)
        if await attempt(work, operator, form, close_invitation, "note"):
            return see_other(request, back_to("vista=senza-risposta", "chiuso"))
        return await _closing_page(request, work, operator, invitation_id, form, status=422)


async def _closing_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    invitation_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    row = await invitation_row(work, operator, invitation_id)
    return page(request, "booking_invitations/close.html", status=status, form=form, row=row, path=PATH)

"""The list of invitations."""

from typing import Any

from litestar import Request, Response

from backoffice.booking_invitations.paths import PATH, list_asked
from domain.kernel.actor import Operator
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES
from domain.organization.queries.offices import offices_of_all
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.inviting.invitation_list import invitations, waiting_counts
from domain.scheduling.terms.invitations import InvitationState
from web.forms import show
from web.pagination import PageLinks, page_number
from web.rendering import page

BADGES = {
    InvitationState.OPEN.value: "primary",
    InvitationState.BOOKED.value: "success",
    InvitationState.LAPSED.value: "warning",
    InvitationState.CLOSED.value: "neutral",
    InvitationState.WITHDRAWN.value: "neutral",
}
DONE = ("invitato", "ritirato", "chiuso")


async def list_page(request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator) -> Response[Any]:
    """One view of it, of one office or of all that the operator knows, with how many wait."""
    asked = list_asked(request)
    found = await invitations(work, operator, asked.view, office_id=asked.office_id, page=page_number(request))
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "booking_invitations/list.html",
        found=found,
        views=asked.views(await waiting_counts(work, operator, office_id=asked.office_id)),
        asked=asked,
        offices=await _offices(work, operator),
        chosen=show(asked.query),
        links=PageLinks(found.number, found.pages, PATH, asked.query),
        may_settle=operator.has(*DESK_ROLES),
        badges=BADGES,
        done=done if done in DONE else "",
    )


async def _offices(work: UnitOfWork, operator: Operator) -> list[tuple[str, str]]:
    """The offices to choose among, for who administers them; everybody else sees their own."""
    if not operator.has(*ADMIN_ROLES):
        return []
    return [(str(one.id), one.name) for one in await offices_of_all(work, operator, operator.enti)]

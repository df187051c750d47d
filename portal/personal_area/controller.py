"""The personal area: what somebody has with us."""

from typing import Any

from litestar import Controller, Request, Response, get

from domain.access.queries.delegations import own_delegations
from domain.access.queries.represented_people import represented_people
from domain.casework.queries.case_conversation import own_case_conversations
from domain.correspondence.queries.conversations.conversation import unread_about
from domain.intake.queries.own_applications import own_applications
from domain.registry.queries.names import names
from domain.scheduling.queries.booking.own_appointments import next_appointment
from domain.scheduling.queries.inviting.own_invitations import own_invitations
from portal.conversation.of_case import title_of
from web.access import CITIZEN
from web.rendering import page
from web.work import CurrentCitizen, Work


class PersonalAreaController(Controller):
    """The start for who is signed in: first what must be done, then what goes on."""

    path = "/area-personale"

    @get("/", name="personal_area.show", **CITIZEN)
    async def show(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """Who one is here, drafts, applications, people for whom one acts, delegations offered."""
        found = await own_applications(work, citizen)
        people = await represented_people(work, citizen)
        me = (await names(work, [citizen.person_id]))[citizen.person_id]
        offers = sum(one.may_be_answered for one in await own_delegations(work, citizen))
        followed = await own_case_conversations(work, citizen)
        matters = [*(one.id for one in found), *(one.case_id for one in followed)]
        shown = {"me": me, "applications": found, "people": people, "offers": offers}
        shown["unread"] = await unread_about(work, citizen, matters)
        shown["next"] = await next_appointment(work, citizen)
        shown["invitations"] = await own_invitations(work, citizen)
        shown["followed"] = [(one.case_id, title_of(citizen, one), one.office) for one in followed]
        return page(request, "personal_area/show.html", **shown)

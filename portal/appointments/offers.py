"""A time that the office proposes: yes or no, from the page of its signed address, without signing in."""

from typing import Any

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from domain.scheduling.actions.waiting.accept_offer import AcceptOffer, accept_offer
from domain.scheduling.actions.waiting.refuse_offer import RefuseOffer, refuse_offer
from portal.appointments.link import PATH, opened
from web.access import PUBLIC
from web.rendering import see_other
from web.work import CurrentVisit, Work


class OfferController(Controller):
    """One offered time."""

    path = PATH + "/proposta"

    @post("/accettazione", name="offer.create", **PUBLIC)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, token: FromPath[str]
    ) -> Response[Any]:
        """It is theirs; what they had is over."""
        sheet = await opened(request, work, visit, token)
        await accept_offer(work, visit.actor, AcceptOffer(appointment_id=sheet.id, proof=sheet.proof))
        return see_other(request, f"/appuntamenti/{token}?fatto=accettato")

    @post("/rifiuto", name="offer.delete", **PUBLIC)
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, token: FromPath[str]
    ) -> Response[Any]:
        """Somebody else is asked."""
        sheet = await opened(request, work, visit, token)
        await refuse_offer(work, visit.actor, RefuseOffer(appointment_id=sheet.id, proof=sheet.proof))
        return see_other(request, f"/appuntamenti/{token}?fatto=rifiutato")

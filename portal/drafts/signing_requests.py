"""The applicant asks the others to sign, and takes it back."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from domain.intake.actions.signatures.ask_signatures import AskSignatures, ask_signatures
from domain.intake.actions.signatures.cancel_signatures import CancelSignatures, cancel_signatures
from domain.intake.refusals import AlreadySubmitted, ApplicationIncomplete
from portal.applications.review import review_page
from web.access import CITIZEN
from web.rendering import see_other
from web.work import CurrentCitizen, CurrentVisit, Work


class SigningRequestController(Controller):
    """It waits for the others from now on."""

    path = "/domande/{application_id:uuid}/firme"

    @post("/", name="application.signing", **CITIZEN)
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        citizen: CurrentCitizen,
        visit: CurrentVisit,
        application_id: FromPath[UUID],
    ) -> Response[Any]:
        """Ask them; the answer does not tell whether we know them. What is missing is listed on the review (422)."""
        command = AskSignatures(application_id=application_id, language=visit.language.code)
        try:
            await ask_signatures(work, citizen, command)
        except AlreadySubmitted:
            await work.discard()
            return see_other(request, f"/domande/{application_id}")
        except ApplicationIncomplete:
            await work.discard()
            return await review_page(request, work, citizen, application_id, status=422)
        return see_other(request, f"/domande/{application_id}/riepilogo?firme=chieste#signers")


class SigningCancelController(Controller):
    """It is a draft as before."""

    path = "/domande/{application_id:uuid}/firme/ritiro"

    @post("/", name="application.signing.cancel", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Nobody is asked any more; what has left meanwhile has left."""
        try:
            await cancel_signatures(work, citizen, CancelSignatures(application_id=application_id))
        except AlreadySubmitted:
            await work.discard()
            return see_other(request, f"/domande/{application_id}")
        return see_other(request, f"/domande/{application_id}/riepilogo?firme=ritirate#signers")

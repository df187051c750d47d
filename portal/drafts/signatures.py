"""What others ask one to sign: the list, the whole application, signing it, and saying no."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.intake.actions.signatures.refuse_signature import RefuseSignature, refuse_signature
from domain.intake.actions.signatures.sign_application import SignApplication, sign_application
from domain.intake.queries.signatures.own_signatures import own_signatures, signature_page
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from web.access import CITIZEN
from web.forms import Form, attempt, bind, show
from web.locale import language_code
from web.rendering import page, see_other
from web.work import CurrentCitizen, Work


class SignatureController(Controller):
    """To be signed."""

    path = "/firme"

    @get("/", name="signature.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[Any]:
        """What waits for the citizen's signature, and what was signed and has not left yet."""
        asked = await own_signatures(work, citizen)
        return page(request, "drafts/signatures.html", asked=asked, done=request.query_params.get("fatto", ""))

    @get("/{signature_id:uuid}", name="signature.show", **CITIZEN)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, signature_id: FromPath[UUID]
    ) -> Response[Any]:
        """Everything that one would sign; the reading is noted."""
        return await _shown(request, work, citizen, signature_id, show())

    @post("/{signature_id:uuid}", name="signature.create", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, signature_id: FromPath[UUID]
    ) -> Response[Any]:
        """Sign what was read; the page again (422) when it says something else meanwhile."""
        form = await bind(request, SignApplication, signature_id=signature_id)
        if await attempt(work, citizen, form, sign_application, "digest"):
            return see_other(request, "/firme?fatto=firmata")
        return await _shown(request, work, citizen, signature_id, form, status=422)


class SignatureRefusalController(Controller):
    """One does not sign."""

    path = "/firme/{signature_id:uuid}/rifiuto"

    @post("/", name="signature.refusal", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, signature_id: FromPath[UUID]
    ) -> Response[Any]:
        """Tell who has asked, with the reason."""
        form = await bind(request, RefuseSignature, signature_id=signature_id)
        if await attempt(work, citizen, form, refuse_signature, "reason"):
            return see_other(request, "/firme?fatto=rifiutata")
        return await _shown(request, work, citizen, signature_id, form, status=422)


async def _shown(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    citizen: Citizen,
    signature_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    shown = await signature_page(work, citizen, signature_id, language_code())
    sections = [(step.title, [(row.label, row.value, "") for row in step.answers]) for step in shown.steps]
    return page(request, "drafts/signature.html", status=status, shown=shown, sections=sections, form=form)

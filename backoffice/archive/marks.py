"""A document becomes private, is opened again, or is annulled."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.archive.pages import filing_page
from domain.documents.actions.archive.annul_filing import AnnulFiling, annul_filing
from domain.documents.actions.archive.open_filing import open_filing
from domain.documents.actions.archive.restrict_filing import RestrictFiling, restrict_filing
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.forms import attempt, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class FilingPrivacyController(Controller):
    """One office alone knows that it is there."""

    path = "/archivio/{filing_id:uuid}/riservatezza"

    @post("/", name="filing.privacy.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, filing_id: FromPath[UUID]
    ) -> Response[Any]:
        """From now on, with the reason."""
        form = await bind(request, RestrictFiling, filing_id=filing_id)
        if await attempt(work, operator, form, restrict_filing):
            return see_other(request, f"/archivio/{filing_id}?fatto=riservato")
        return await filing_page(request, work, operator, filing_id, form, status=422)


class FilingOpeningController(Controller):
    """It is private no longer."""

    path = "/archivio/{filing_id:uuid}/apertura"

    @post("/", name="filing.opening.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, filing_id: FromPath[UUID]
    ) -> Response[Any]:
        """Whoever follows the person sees it."""
        await open_filing(work, operator, filing_id)
        return see_other(request, f"/archivio/{filing_id}?fatto=aperto")


class FilingAnnulmentController(Controller):
    """It was filed by mistake."""

    path = "/archivio/{filing_id:uuid}/annullamento"

    @post("/", name="filing.annulment.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, filing_id: FromPath[UUID]
    ) -> Response[Any]:
        """It leaves the lists, with the reason, and is not destroyed."""
        form = await bind(request, AnnulFiling, filing_id=filing_id)
        if await attempt(work, operator, form, annul_filing):
            return see_other(request, f"/archivio/{filing_id}?fatto=annullato")
        return await filing_page(request, work, operator, filing_id, form, status=422)

"""What everybody will read of a bando: its publication, more time, corrections, annulment, result."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.bandi.pages import bando_page
from backoffice.bandi.paths import BANDO, bando_path
from domain.catalogue.actions.bandi.close_bando import CloseBando, close_bando
from domain.catalogue.actions.bandi.conclude_bando import ConcludeBando, conclude_bando
from domain.catalogue.actions.bandi.extend_bando import ExtendBando, extend_bando
from domain.catalogue.actions.bandi.open_bando import OpenBando, open_bando
from domain.catalogue.actions.bandi.rectify_bando import RectifyBando, rectify_bando
from domain.catalogue.queries.bandi.bando_sheet import DESIGN_ROLES, bando_sheet
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class BandoPublicationController(Controller):
    """From that moment everybody reads it; it opens by itself."""

    path = f"{BANDO}/pubblicazione"

    @post("/", name="bando.publication", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """Publish it."""
        form = await bind(request, OpenBando, bando_id=bando_id)
        if await attempt(work, operator, form, open_bando, "part"):
            return see_other(request, bando_path(bando_id, "?fatto=pubblicato"))
        return await bando_page(request, work, operator, bando_id, form, status=422)


class BandoExtensionController(Controller):
    """More time to apply."""

    path = f"{BANDO}/proroga"

    @post("/", name="bando.extension", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """Close later."""
        form = await bind(request, ExtendBando, bando_id=bando_id)
        if await attempt(work, operator, form, extend_bando, "closes_on"):
            return see_other(request, bando_path(bando_id, "?fatto=prorogato"))
        return await bando_page(request, work, operator, bando_id, form, status=422)


class BandoRectificationController(Controller):
    """What was written since the publication counts from now on."""

    path = f"{BANDO}/rettifica"

    @post("/", name="bando.rectification", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """Put it in force; the points of all are counted again."""
        form = await bind(request, RectifyBando, bando_id=bando_id)
        if await attempt(work, operator, form, rectify_bando, "note"):
            return see_other(request, bando_path(bando_id, "?fatto=rettificato"))
        return await bando_page(request, work, operator, bando_id, form, status=422)


class BandoAnnulmentController(Controller):
    """A bando that counts nothing any more: asked on a page of its own."""

    path = f"{BANDO}/annullamento"

    @get("/", name="bando.annulment.new", **operator(*DESIGN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """What follows from it."""
        return await _annulment(request, work, operator, bando_id, show())

    @post("/", name="bando.annulment", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """Annul it."""
        form = await bind(request, CloseBando, bando_id=bando_id)
        if await attempt(work, operator, form, close_bando, "note"):
            return see_other(request, bando_path(bando_id, "?fatto=annullato"))
        return await _annulment(request, work, operator, bando_id, form, status=422)


class BandoResultController(Controller):
    """What came of it."""

    path = f"{BANDO}/risultato"

    @post("/", name="bando.result.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """Publish the result; the file follows within a minute."""
        form = await bind(request, ConcludeBando, bando_id=bando_id)
        if await attempt(work, operator, form, conclude_bando, "result"):
            return see_other(request, bando_path(bando_id, "?fatto=concluso"))
        return await bando_page(request, work, operator, bando_id, form, status=422)


async def _annulment(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    bando_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    sheet = await bando_sheet(work, operator, bando_id)
    return page(request, "bandi/annulment.html", status=status, form=form, bando=sheet)

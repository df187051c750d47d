"""Applying to a bando: for whom, while it is open. And its result as a file."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from domain.access.queries.represented_people import people_to_apply_for
from domain.catalogue.queries.bandi.bando_in_force import bando_in_force, demand_open
from domain.catalogue.queries.bandi.open_bandi import public_bando
from domain.documents.actions.open_file import open_file
from domain.kernel.refusals import NotFound
from portal.bandi.pages import PATH, enti_of
from web.access import CITIZEN, PUBLIC
from web.downloads import download
from web.rendering import page
from web.work import CurrentCitizen, CurrentVisit, Work


class BandoApplicationController(Controller):
    """Before beginning: what is needed, and for whom one applies."""

    path = f"{PATH}/{{slug:str}}/domanda"

    @get("/", name="bando.application.new", **CITIZEN)
    async def new(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        citizen: CurrentCitizen,
        visit: CurrentVisit,
        slug: FromPath[str],
    ) -> Response[Any]:
        """Before it opens and after it closes: why not, with the hour."""
        bando = await public_bando(work, citizen, slug, enti_of(visit.site))
        demand_open(await bando_in_force(work, bando.row.id), work.now)
        return page(
            request,
            "applications/new.html",
            bando=bando,
            service=bando.service,
            card=bando.service.card,
            people=await people_to_apply_for(work, citizen, bando.service.service_id),
            own_id=citizen.person_id,
        )


class BandoResultController(Controller):
    """The file with the protocollo numbers."""

    path = f"{PATH}/{{slug:str}}/risultato"

    @get("/", name="bando.result", **PUBLIC)
    async def show(self, work: Work, visit: CurrentVisit, slug: FromPath[str]) -> Response[bytes]:
        """Nobody's name is in it: everybody may have it."""
        found = await public_bando(work, visit.actor, slug, enti_of(visit.site))
        if not found.result_address:
            raise NotFound
        return download(await open_file(found.result_address), f"risultato-{slug}.pdf", "application/pdf")

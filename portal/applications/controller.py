"""The applications of a citizen: the list, beginning one, and the page of one."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from domain.access.queries.represented_people import people_to_apply_for
from domain.catalogue.queries.published_services import published_service
from domain.correspondence.queries.conversations.conversation import unread_about
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.queries.own_applications import own_applications
from portal.applications.show_page import first_step, show_page
from web.access import CITIZEN
from web.forms import bind
from web.rendering import page, see_other
from web.work import CurrentCitizen, CurrentVisit, Work

DONE = {"saved": "salvata", "deleted": "eliminata"}


class ApplicationController(Controller):
    """What a citizen asks for."""

    path = "/domande"

    @get("/", name="application.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """Drafts first, then what was sent."""
        found = await own_applications(work, citizen)
        unread = await unread_about(work, citizen, [one.id for one in found])
        done = {f"is_{name}": request.query_params.get(word) == "1" for name, word in DONE.items()}
        return page(request, "applications/list.html", applications=found, unread=unread, **done)

    @get("/nuova/{slug:str}", name="application.new", **CITIZEN)
    async def new(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        citizen: CurrentCitizen,
        visit: CurrentVisit,
        slug: FromPath[str],
    ) -> Response[str]:
        """For whom, how long it takes, what is needed."""
        service = await published_service(work, citizen, slug, ente_id=visit.site.ente_id)
        people = await people_to_apply_for(work, citizen, service.service_id)
        return page(
            request,
            "applications/new.html",
            service=service,
            card=service.card,
            people=people,
            own_id=citizen.person_id,
        )

    @post("/", name="application.create", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, visit: CurrentVisit
    ) -> Response[Any]:
        """The draft: a new one, or the one that was begun before."""
        form = await bind(request, StartApplication, language=visit.language.code)
        if form.command is None:
            return see_other(request, "/servizi")  # only a page that is not ours sends such a form
        application = await start_application(work, citizen, form.command)
        return see_other(request, await first_step(work, citizen, application.id))

    @get("/{application_id:uuid}", name="application.show", **CITIZEN)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Where it is, whose turn it is, by when; a draft goes on where it stopped."""
        shown = await show_page(request, work, citizen, application_id)
        return shown or Redirect(await first_step(work, citizen, application_id), status_code=303)

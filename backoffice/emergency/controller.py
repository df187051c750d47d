"""The file of a protected person, opened in an emergency; and the list of those openings."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.kernel.reading import ReadingPurpose
from domain.kernel.refusals import NotFound
from domain.kernel.roles import CASE_ROLES
from domain.kernel.text import _
from domain.registry.actions.open_protected_file import OpenProtectedFile, open_protected_file
from domain.registry.queries.person_card import person_card
from domain.registry.queries.protected_openings import READERS, own_opening, protected_openings
from web.access import operator
from web.forms import bind, show
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/emergenze"
NOBODY = _("Con questo codice fiscale non c'è una scheda protetta che puoi aprire.")


class EmergencyController(Controller):
    """Asking, and the file."""

    path = PATH

    @get("/", name="emergency.new", **operator(*CASE_ROLES))
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form."""
        return page(request, "emergency/new.html", form=show())

    @post("/", name="emergency.create", **operator(*CASE_ROLES, fresh=True))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Open it, and tell the heads of the office."""
        form = await bind(request, OpenProtectedFile)
        if form.command is not None:
            try:
                return see_other(request, f"{PATH}/{await open_protected_file(work, operator, form.command)}")
            except NotFound:
                form.errors["codice_fiscale"] = sentence(NOBODY)
        return page(request, "emergency/new.html", status=422, form=form)

    @get("/{opening_id:uuid}", name="emergency.show", **operator(*CASE_ROLES, fresh=True))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, opening_id: FromPath[UUID]
    ) -> Response[Any]:
        """The person; the reading is noted."""
        person_id, until = await own_opening(work, operator, opening_id)
        card = await person_card(work, operator, person_id, purpose=ReadingPurpose.EMERGENCY)
        return page(request, "emergency/show.html", card=card, until=until)

    @get("/aperture", name="emergency.list", **operator(*READERS))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Who opened a file, when and why."""
        found = await protected_openings(work, operator, page_number(request))
        pages = PageLinks(found.number, found.pages, f"{PATH}/aperture", {})
        return page(request, "emergency/list.html", rows=found.items, total=found.total, pages=pages)

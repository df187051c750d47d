"""First screen: who stands at the desk. What is typed is posted: no name and no code stands in an address."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.identification.finding import PersonSearch
from domain.access.actions.desk.register_citizen import RegisterCitizen, register_citizen
from domain.kernel.codice_fiscale import scanned_in
from domain.kernel.languages import LANGUAGES
from domain.kernel.refusals import Conflict
from domain.kernel.roles import DESK_ROLES
from domain.registry.queries.finding.find_people import find_people
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class IdentifiedPersonController(Controller):
    """Finding the person, or writing them down."""

    path = "/riconoscimenti"

    @get("/", name="identification.people", **operator(*DESK_ROLES))
    async def list(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The search."""
        return page(request, "identification/people.html", form=show(), people=None)

    @post("/ricerche", name="identification.search", **operator(*DESK_ROLES))
    async def show(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Who answers to the words; one who is found by a card's code opens at once."""
        form = await bind(request, PersonSearch)
        if form.command is None:
            return page(request, "identification/people.html", status=422, form=form, people=None)
        found = await find_people(work, operator, form.command.words)
        if len(found) == 1 and scanned_in(form.command.words):
            return see_other(request, f"/riconoscimenti/persone/{found[0].id}")
        return page(request, "identification/people.html", form=form, people=found)

    @get("/persone/nuova", name="identification.person.new", **operator(*DESK_ROLES))
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form for somebody whom the registry does not have."""
        return _form(request, show({"language": "it"}))

    @post("/persone", name="identification.person.create", **operator(*DESK_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Write the person down, and go on to the document."""
        form = await bind(request, RegisterCitizen)
        if form.command is None:
            return _form(request, form, status=422)
        try:
            person_id = await register_citizen(work, operator, form.command)
        except Conflict as refusal:
            await work.discard()
            form.errors["codice_fiscale"] = sentence(refusal.message)
            return _form(request, form, status=422)
        return see_other(request, f"/riconoscimenti/persone/{person_id}")


def _form(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[Any]:
    languages = [(one.code, one.native_name) for one in LANGUAGES]
    return page(request, "identification/person_new.html", status=status, form=form, spoken=languages)

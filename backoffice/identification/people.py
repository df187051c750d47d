"""First screen: who stands at the desk. What is typed is posted: no name and no code stands in an address."""

from collections.abc import Sequence
from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.identification.finding import PersonSearch
from domain.access.actions.desk.register_citizen import RegisterCitizen, register_citizen
from domain.kernel.actor import Operator
from domain.kernel.codice_fiscale import scanned_in
from domain.kernel.languages import LANGUAGES
from domain.kernel.refusals import Conflict
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.queries.finding.find_people import find_people
from domain.registry.queries.merging.possible_duplicates import PossibleDuplicate, TypedPerson, possible_duplicates
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
        likely = [] if form.value("is_another") else await _likely(work, operator, form.command)
        if likely:
            return _form(request, form, likely=likely, status=422)
        try:
            person_id = await register_citizen(work, operator, form.command)
        except Conflict as refusal:
            await work.discard()
            form.errors["codice_fiscale"] = sentence(refusal.message)
            return _form(request, form, status=422)
        return see_other(request, f"/riconoscimenti/persone/{person_id}")


async def _likely(work: UnitOfWork, operator: Operator, command: RegisterCitizen) -> list[PossibleDuplicate]:
    typed = TypedPerson(**command.model_dump(include={"given_name", "family_name", "codice_fiscale", "born_on"}))
    return await possible_duplicates(work, operator, typed)


def _form(
    request: Request[Any, Any, Any], form: Form[Any], *, likely: Sequence[PossibleDuplicate] = (), status: int = 200
) -> Response[Any]:
    """The form; with the people who may be the same, who are shown before anything is saved."""
    languages = [(one.code, one.native_name) for one in LANGUAGES]
    is_known = any(one.is_same_code for one in likely)
    return page(
        request,
        "identification/person_new.html",
        status=status,
        form=form,
        spoken=languages,
        likely=likely,
        is_known=is_known,
        typed_birth=form.command.born_on if form.command else None,
    )

"""Finding somebody in the civil registry. What is typed is posted: no name and no code stands in an address."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import _
from domain.registry.actions.civil.import_person import ImportPerson, import_person
from domain.registry.actions.civil.register_unchecked_person import RegisterUncheckedPerson, register_unchecked_person
from domain.registry.actions.civil.search_civil_registry import SearchCivilRegistry, search_civil_registry
from domain.registry.queries.civil.standing import is_civil_registry_connected
from domain.registry.refusals import AlreadyRegistered, NobodyInRegistry, RegistryUnavailable
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/anagrafe"
NOT_ENOUGH = _("Scrivi il codice fiscale, oppure cognome, nome e data di nascita.")


class CivilRegistryController(Controller):
    """Searching, and bringing somebody in. No unit of work is open while the registry is asked."""

    path = PATH

    @get("/", name="civil_registry", **operator(*DESK_ROLES))
    async def list(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The search."""
        return _search_page(request, show())

    @post("/ricerche", name="civil_registry.search", **operator(*DESK_ROLES))
    async def show(self, request: Request[Any, Any, Any], operator: CurrentOperator) -> Response[Any]:
        """Who answers."""
        form = await bind(request, SearchCivilRegistry)
        if form.command is None:
            return _search_page(request, _told_enough(form), status=422)
        try:
            found = await search_civil_registry(operator, form.command, bind=request.app.state.get("bind"))
        except RegistryUnavailable as refusal:
            return _search_page(request, form, status=422, failure=sentence(refusal.message))
        return _search_page(request, form, found=found)

    @post("/importazioni", name="civil_registry.import", **operator(*DESK_ROLES))
    async def create(self, request: Request[Any, Any, Any], operator: CurrentOperator) -> Response[Any]:
        """Bring the person in, with the people they live with."""
        form = await bind(request, ImportPerson)
        if form.command is None:
            return _search_page(request, form, status=422)
        try:
            person_id = await import_person(operator, form.command, bind=request.app.state.get("bind"))
        except (RegistryUnavailable, NobodyInRegistry, AlreadyRegistered) as refusal:
            return _search_page(request, form, status=422, failure=sentence(refusal.message))
        return see_other(request, f"/persone/{person_id}/differenze?fatto=presa")


class UncheckedPersonController(Controller):
    """Writing somebody down by hand."""

    path = f"{PATH}/persone"

    @get("/nuova", name="unchecked_person.new", **operator(*DESK_ROLES))
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form."""
        return page(request, "civil_registry/person_new.html", form=show())

    @post("/", name="unchecked_person.create", **operator(*DESK_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Register the person, marked as not checked."""
        form = await bind(request, RegisterUncheckedPerson)
        if form.command is not None:
            try:
                person_id = await register_unchecked_person(work, operator, form.command)
                return see_other(request, f"/persone/{person_id}/differenze?fatto=scritta")
            except AlreadyRegistered as refusal:
                await work.discard()
                form.errors["codice_fiscale"] = sentence(refusal.message)
        return page(request, "civil_registry/person_new.html", status=422, form=form)


def _told_enough(form: Form[Any]) -> Form[Any]:
    """What is missing when neither the code nor the name with the day of birth was typed."""
    if form.errors.pop("", None) is not None:
        form.errors["codice_fiscale"] = sentence(NOT_ENOUGH)
    return form


def _search_page(
    request: Request[Any, Any, Any],
    form: Form[Any],
    *,
    found: Any = None,
    failure: str = "",
    status: int = 200,
) -> Response[Any]:
    return page(
        request,
        "civil_registry/search.html",
        status=status,
        form=form,
        found=found,
        failure=failure,
        is_connected=is_civil_registry_connected(),
    )

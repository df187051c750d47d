"""What the civil registry says otherwise than we do: the list, one person's, and the decisions."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.civil_registry.person_page import differences_page
from domain.kernel.refusals import Invalid
from domain.kernel.roles import DESK_ROLES
from domain.registry.actions.civil.accept_difference import AcceptDifference, accept_difference
from domain.registry.actions.civil.check_person import CheckPerson, check_person
from domain.registry.actions.civil.refuse_difference import RefuseDifference, refuse_difference
from domain.registry.queries.civil.difference_to_decide import person_of_difference
from domain.registry.queries.civil.differences import listed_differences
from domain.registry.refusals import CodeNeeded, NobodyInRegistry, RegistryUnavailable
from domain.registry.terms.civil import DifferenceKind, DifferenceStatus
from web.access import operator
from web.forms import bind, show
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

LIST = "/anagrafe/differenze"


class DifferenceController(Controller):
    """The differences of everybody."""

    path = LIST

    @get("/", name="differences", **operator(*DESK_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Those that wait, deaths first; narrowed by ``tipo`` and ``stato``."""
        kind, state = _chosen(request)
        found = await listed_differences(work, operator, kind=kind, status=state, page=page_number(request))
        query = {"stato": state.value} | ({"tipo": kind.value} if kind else {})
        return page(
            request,
            "civil_registry/differences.html",
            found=found,
            kind=kind,
            state=state,
            kinds=tuple(DifferenceKind),
            states=tuple(DifferenceStatus),
            pages=PageLinks(found.number, found.pages, LIST, query),
        )


def _chosen(request: Request[Any, Any, Any]) -> tuple[DifferenceKind | None, DifferenceStatus]:
    """What the filters ask for; anything unknown means all kinds, and those that wait."""
    asked = request.query_params
    kind = next((one for one in DifferenceKind if one.value == asked.get("tipo")), None)
    state = next((one for one in DifferenceStatus if one.value == asked.get("stato")), DifferenceStatus.OPEN)
    return kind, state


class PersonDifferenceController(Controller):
    """The differences of one person."""

    path = "/persone/{person_id:uuid}/differenze"

    @get("/", name="person.differences", **operator(*DESK_ROLES))
    async def list(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """What waits and what was decided; the reading is noted."""
        return await differences_page(request, work, operator, person_id, show())


class PersonCheckController(Controller):
    """Looking one person up now."""

    path = "/persone/{person_id:uuid}/controlli"

    @post("/", name="person.check", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Ask, then show what differs. ``work`` asks its first question only after the registry has answered."""
        form, failure = await bind(request, CheckPerson, person_id=person_id), ""
        if form.command is not None:
            try:
                await check_person(operator, form.command, bind=request.app.state.get("bind"))
                return see_other(request, f"/persone/{person_id}/differenze?fatto=controllata")
            except (RegistryUnavailable, NobodyInRegistry, CodeNeeded) as refusal:
                failure = sentence(refusal.message)
        return await differences_page(request, work, operator, person_id, form, failure=failure, status=422)


class AcceptanceController(Controller):
    """Taking over what the registry says."""

    path = "/differenze/{difference_id:uuid}/accettazione"

    @post("/", name="difference.accept", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, difference_id: FromPath[UUID]
    ) -> Response[Any]:
        """One difference; a reason is asked for what is protected or was seen on paper."""
        person_id = await person_of_difference(work, operator, difference_id)
        form = await bind(request, AcceptDifference, difference_id=difference_id)
        if form.command is not None:
            try:
                done = await accept_difference(work, operator, form.command)
                told = "accettata" if done else "superata"
                return see_other(request, f"/persone/{person_id}/differenze?fatto={told}")
            except Invalid as refusal:
                await work.discard()
                form.refuse(refusal)
        return await differences_page(request, work, operator, person_id, form, wrong_id=difference_id, status=422)


class RefusalController(Controller):
    """Keeping what we hold."""

    path = "/differenze/{difference_id:uuid}/rifiuto"

    @post("/", name="difference.refuse", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, difference_id: FromPath[UUID]
    ) -> Response[Any]:
        """One difference, with a reason."""
        person_id = await person_of_difference(work, operator, difference_id)
        form = await bind(request, RefuseDifference, difference_id=difference_id)
        if form.command is None:
            return await differences_page(request, work, operator, person_id, form, wrong_id=difference_id, status=422)
        await refuse_difference(work, operator, form.command)
        return see_other(request, f"/persone/{person_id}/differenze?fatto=rifiutata")

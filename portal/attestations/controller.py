"""Attestations of the citizen, and of the people the citizen represents by law."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.queries.represented_people import represented_people
from domain.intake.actions.attestations.issue_attestation import IssueAttestation, issue_attestation
from domain.intake.queries.attestations.attestations_of import attestations_of
from domain.intake.terms.attestations import AttestationKind
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from web.access import CITIZEN
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentCitizen, Work

PATH = "/area-personale/attestazioni"


class AttestationController(Controller):
    """Asking for one, and downloading those that are ready."""

    path = PATH

    @get("/", name="attestation.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """One's own."""
        return await _page(request, work, citizen, citizen.person_id, show())

    @get("/{person_id:uuid}", name="attestation.show", **CITIZEN)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, person_id: FromPath[UUID]
    ) -> Response[str]:
        """Those of somebody represented."""
        return await _page(request, work, citizen, person_id, show())

    @post("/{person_id:uuid}", name="attestation.create", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Have one drawn up."""
        form = await bind(request, IssueAttestation, person_id=person_id)
        field = "year" if form.value("kind") == AttestationKind.YEAR else "application_id"
        if await attempt(work, citizen, form, issue_attestation, field):
            return see_other(request, f"{PATH}/{person_id}?chiesta=1")
        return await _page(request, work, citizen, person_id, form, status=422)


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    citizen: Citizen,
    person_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[str]:
    sheet = await attestations_of(work, citizen, person_id)
    others = await represented_people(work, citizen) if citizen.acts_for else []
    return page(
        request,
        "attestations/list.html",
        block="attestations" if status == 200 else None,
        status=status,
        form=form,
        sheet=sheet,
        path=PATH,
        people=[one for one in others if one.person_id != person_id],
        is_mine=person_id == citizen.person_id,
        is_asked=request.query_params.get("chiesta") == "1",
    )

"""Attestations of a person at the desk: handing one out, taking one back."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.intake.actions.attestations.issue_attestation import IssueAttestation, issue_attestation
from domain.intake.actions.attestations.revoke_attestation import RevokeAttestation, revoke_attestation
from domain.intake.queries.attestations.attestations_of import attestations_of
from domain.intake.terms.attestations import AttestationKind
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

OF_PERSON = "/persone/{person_id:uuid}/attestazioni"


class PersonAttestationController(Controller):
    """Those of one person; the reading is noted."""

    path = OF_PERSON

    @get("/", name="person.attestations", **operator(*DESK_ROLES))
    async def list(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """What was handed out, and what can be."""
        return await _page(request, work, operator, person_id, show())

    @post("/", name="person.attestation.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Have one drawn up, for the person at the desk."""
        form = await bind(request, IssueAttestation, person_id=person_id)
        field = "year" if form.value("kind") == AttestationKind.YEAR else "application_id"
        if await attempt(work, operator, form, issue_attestation, field):
            return see_other(request, f"/persone/{person_id}/attestazioni?fatto=chiesta")
        return await _page(request, work, operator, person_id, form, status=422)


class AttestationRevocationController(Controller):
    """One that holds no longer."""

    path = f"{OF_PERSON}/{{attestation_id:uuid}}/annullamento"

    @post("/", name="person.attestation.revocation", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        attestation_id: FromPath[UUID],
    ) -> Response[Any]:
        """With the reason, which the person reads."""
        form = await bind(request, RevokeAttestation, person_id=person_id, attestation_id=attestation_id)
        if await attempt(work, operator, form, revoke_attestation, "reason"):
            return see_other(request, f"/persone/{person_id}/attestazioni?fatto=annullata")
        return await _page(request, work, operator, person_id, form, status=422, revoked_id=attestation_id)


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
    revoked_id: UUID | None = None,
) -> Response[Any]:
    sheet = await attestations_of(work, operator, person_id)
    if sheet.person.id != person_id:  # the record was joined to another one
        return see_other(request, f"/persone/{sheet.person.id}/attestazioni")
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "attestations/list.html",
        status=status,
        form=form,
        sheet=sheet,
        here=f"/persone/{person_id}/attestazioni",
        revoked_id=revoked_id,
        done=done if done in ("chiesta", "annullata") else "",
    )

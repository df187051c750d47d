"""Accepting, refusing and taking back a delegation: each is done at once."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from domain.access.actions.accept_delegation import AcceptDelegation, accept_delegation
from domain.access.actions.refuse_delegation import RefuseDelegation, refuse_delegation
from domain.access.actions.revoke_delegation import RevokeDelegation, revoke_delegation
from web.access import CITIZEN
from web.rendering import see_other
from web.work import CurrentCitizen, Work


class AcceptanceController(Controller):
    """The delegate wants it."""

    path = "/deleghe/{delegation_id:uuid}/accettazione"

    @post("/", name="delegation.acceptance", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, delegation_id: FromPath[UUID]
    ) -> Response[Any]:
        """From now on one may act."""
        await accept_delegation(work, citizen, AcceptDelegation(delegation_id=delegation_id))
        return see_other(request, "/deleghe?fatto=accettata")


class DelegationRefusalController(Controller):
    """The delegate does not want it."""

    path = "/deleghe/{delegation_id:uuid}/rifiuto"

    @post("/", name="delegation.refusal", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, delegation_id: FromPath[UUID]
    ) -> Response[Any]:
        """It never counts."""
        await refuse_delegation(work, citizen, RefuseDelegation(delegation_id=delegation_id))
        return see_other(request, "/deleghe?fatto=rifiutata")


class RevocationController(Controller):
    """One of the two does not want it any more."""

    path = "/deleghe/{delegation_id:uuid}/revoca"

    @post("/", name="delegation.revocation", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, delegation_id: FromPath[UUID]
    ) -> Response[Any]:
        """It ends at the next click of the delegate."""
        await revoke_delegation(work, citizen, RevokeDelegation(delegation_id=delegation_id))
        return see_other(request, "/deleghe?fatto=tolta")

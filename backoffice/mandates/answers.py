"""Accepting a mandate that was given on the portal, and giving one up."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from domain.access.actions.accept_delegation import AcceptDelegation, accept_delegation
from domain.access.actions.revoke_delegation import RevokeDelegation, revoke_delegation
from domain.kernel.roles import Role
from web.access import operator
from web.rendering import see_other
from web.work import CurrentOperator, Work


class MandateAcceptanceController(Controller):
    """The body wants it."""

    path = "/mandati/{mandate_id:uuid}/accettazione"

    @post("/", name="mandate.acceptance", **operator(Role.THIRD_SECTOR))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, mandate_id: FromPath[UUID]
    ) -> Response[Any]:
        """From now on its operators act for the person on the portal."""
        await accept_delegation(work, operator, AcceptDelegation(delegation_id=mandate_id))
        return see_other(request, "/mandati?fatto=accettato")


class MandateEndController(Controller):
    """The body gives it up."""

    path = "/mandati/{mandate_id:uuid}/fine"

    @post("/", name="mandate.end", **operator(Role.THIRD_SECTOR))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, mandate_id: FromPath[UUID]
    ) -> Response[Any]:
        """It ends at once."""
        await revoke_delegation(work, operator, RevokeDelegation(delegation_id=mandate_id))
        return see_other(request, "/mandati?fatto=finito")

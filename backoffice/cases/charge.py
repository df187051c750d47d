"""Presa in carico: an operator becomes responsible of a case."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from domain.casework.actions.take_charge import TakeCharge, take_charge
from domain.kernel.roles import CASE_ROLES
from web.access import operator
from web.rendering import see_other
from web.work import CurrentOperator, Work


class ChargeController(Controller):
    """The charge of a case."""

    path = "/casi/{case_id:uuid}/presa-in-carico"

    @post("/", name="case.charge", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, case_id: FromPath[UUID]
    ) -> Response[Any]:
        """Take charge, and see the case."""
        await take_charge(work, operator, TakeCharge(case_id=case_id))
        return see_other(request, f"/casi/{case_id}?fatto=presa")

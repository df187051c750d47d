"""The visa of a supervisor on a step of an application."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.applications.pages import application_page
from domain.kernel.roles import Role
from domain.procedure.actions.moving.give_visa import GiveVisa, give_visa
from domain.procedure.actions.moving.refuse_visa import RefuseVisa, refuse_visa
from web.access import operator
from web.forms import attempt, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work

VISA = "/domande/{application_id:uuid}/visti/{visa_id:uuid}"


class VisaController(Controller):
    """The visa that lets the step go."""

    path = f"{VISA}/conferma"

    @post("/", name="application.visa.create", **operator(Role.OFFICE_HEAD))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        application_id: FromPath[UUID],
        visa_id: FromPath[UUID],
    ) -> Response[Any]:
        """Give it: the step takes effect today."""
        form = await bind(request, GiveVisa, visa_id=visa_id)
        if await attempt(work, operator, form, give_visa, "note"):
            return see_other(request, f"/domande/{application_id}?fatto=visto-dato")
        return await application_page(request, work, operator, application_id, form, status=422)


class VisaRefusalController(Controller):
    """The step goes back to who asked."""

    path = f"{VISA}/rifiuto"

    @post("/", name="application.visa_refusal.create", **operator(Role.OFFICE_HEAD))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        application_id: FromPath[UUID],
        visa_id: FromPath[UUID],
    ) -> Response[Any]:
        """Refuse it, with what is to be put right."""
        form = await bind(request, RefuseVisa, visa_id=visa_id)
        if await attempt(work, operator, form, refuse_visa, "note"):
            return see_other(request, f"/domande/{application_id}?fatto=visto-rifiutato")
        return await application_page(request, work, operator, application_id, form, status=422)

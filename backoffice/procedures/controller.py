"""The procedures of the ente: all of them, a new one, the versions of one."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.procedures.words import chosen_done
from domain.kernel.actor import Operator
from domain.organization.queries.ambiti import ente_names
from domain.platform.work import UnitOfWork
from domain.procedure.actions.designing.begin_procedure import BeginProcedure, begin_procedure
from domain.procedure.queries.history import procedure_history
from domain.procedure.queries.versions import procedures
from domain.procedure.terms.designing import DESIGN_ROLES, Template
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/procedimenti"


class ProcedureController(Controller):
    """Procedures."""

    path = PATH

    @get("/", name="procedures", **operator(*DESIGN_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """What is in force and what is being drawn."""
        rows = await procedures(work, operator)
        names = await ente_names(work, tuple({row.ente_id for row in rows}))
        return page(
            request,
            "procedures/list.html",
            rows=rows,
            names=names,
            templates=[*Template],
            done=chosen_done(request),
        )

    @get("/nuovo", name="procedure.new", **operator(*DESIGN_ROLES))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """A name, and from which of the shipped procedures to start."""
        asked = request.query_params.get("da", "")
        known = next((one for one in Template if one.value == asked), Template.ORDINARY)
        form = show({"template": known.value, "name": str(known.label) if asked else ""})
        return await _new(request, work, operator, form)

    @post("/", name="procedure.create", **operator(*DESIGN_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """A draft, to be changed before it is published."""
        form = await bind(request, BeginProcedure, ente_id=operator.ente_id)
        if await attempt(work, operator, form, begin_procedure):
            return see_other(request, f"{PATH}/versioni/{form.answer}?fatto=iniziato")
        return await _new(request, work, operator, form, status=422)

    @get("/{procedure_id:uuid}", name="procedure", **operator(*DESIGN_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, procedure_id: FromPath[UUID]
    ) -> Response[Any]:
        """Its versions, the newest first."""
        found = await procedure_history(work, operator, procedure_id)
        return page(request, "procedures/show.html", found=found, done=chosen_done(request))


async def _new(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    ente = (await ente_names(work, (operator.ente_id,))).get(operator.ente_id, "")
    templates = [(one.value, sentence(one.label), sentence(one.about)) for one in Template]
    return page(request, "procedures/new.html", status=status, form=form, templates=templates, ente=ente)

"""One requirement of an application: what the rule says, and the finding of the office."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.checks.shown import shown_check
from domain.catalogue.terms import Outcome
from domain.intake.actions.examination.check_requirement import CheckRequirement, check_requirement
from domain.intake.queries.application_sheet import application_sheet
from domain.intake.queries.checking.checklist import CheckRow, checklist
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.locale import language_code
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

WORDS = {Outcome.MET: "true", Outcome.NOT_MET: "false"}


class CheckController(Controller):
    """The finding on a requirement."""

    path = "/domande/{application_id:uuid}/requisiti/{requirement:str}"

    @get("/", name="application.check.edit", **operator(*DESK_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        application_id: FromPath[UUID],
        requirement: FromPath[str],
    ) -> Response[Any]:
        """From which facts the rule says so, and what the office found; the reading is noted."""
        row = await _row(work, operator, application_id, requirement)
        form = show({"is_met": WORDS.get(row.outcome), "reason": row.kept.reason if row.kept else None})
        return await _page(request, work, operator, application_id, row, form)

    @post("/", name="application.check.update", **operator(*DESK_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        application_id: FromPath[UUID],
        requirement: FromPath[str],
    ) -> Response[Any]:
        """Keep the finding."""
        form = await bind(request, CheckRequirement, application_id=application_id, requirement=requirement)
        if await attempt(work, operator, form, check_requirement, "is_met"):
            return see_other(request, f"/domande/{application_id}?fatto=requisito#requisiti")
        row = await _row(work, operator, application_id, requirement)
        return await _page(request, work, operator, application_id, row, form, status=422)


async def _row(work: UnitOfWork, operator: Operator, application_id: UUID, requirement: str) -> CheckRow:
    """The requirement of the application's service. Refuses NotFound when it asks no such thing."""
    row = (await checklist(work, operator, application_id)).row(requirement)
    if row is None:
        raise NotFound
    return row


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    application_id: UUID,
    row: CheckRow,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    sheet = await application_sheet(work, operator, application_id, language=language_code())
    return page(request, "checks/show.html", status=status, form=form, sheet=sheet, check=shown_check(row))

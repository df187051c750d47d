"""Putting a draft in force."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.procedures.drafts.pages import VERSION, draft_to_change
from backoffice.procedures.words import finding_rows
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.procedure.actions.designing.publish_procedure import PublishProcedure, publish_procedure
from domain.procedure.terms.designing import DESIGN_ROLES
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class PublicationController(Controller):
    """In force from today."""

    path = f"{VERSION}/pubblicazione"

    @get("/", name="procedure.publication", **operator(*DESIGN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, version_id: FromPath[UUID]
    ) -> Response[Any]:
        """What follows, and what is wrong."""
        return await _ask(request, work, operator, version_id, show())

    @post("/", name="procedure.publication.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, version_id: FromPath[UUID]
    ) -> Response[Any]:
        """What is not sound is refused, with the places to put right."""
        form = await bind(request, PublishProcedure, version_id=version_id)
        if await attempt(work, operator, form, publish_procedure, "seen_revision"):
            return see_other(request, f"/procedimenti/versioni/{version_id}?fatto=pubblicato")
        return await _ask(request, work, operator, version_id, form, status=422)


async def _ask(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    version_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    sheet = await draft_to_change(work, operator, version_id)
    return page(
        request,
        "procedures/drafts/publish.html",
        status=status,
        form=form,
        sheet=sheet,
        wrong=finding_rows(sheet, blocking=True),
        warnings=finding_rows(sheet, blocking=False),
    )

"""Annulling a line of the register."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from domain.documents.actions.annul_protocollo import AnnulProtocollo, annul_protocollo
from domain.documents.queries.protocollo_register import protocollo_line
from domain.kernel.roles import ADMIN_ROLES, Role
from web.access import operator
from web.forms import bind
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class AnnulmentController(Controller):
    """An annulment is written beside the line, once and for ever."""

    path = "/protocollo/{entry_id:uuid}/annullamento"

    @post("/", name="protocollo.annulment", **operator(Role.OFFICE_HEAD, *ADMIN_ROLES, fresh=True))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, entry_id: FromPath[UUID]
    ) -> Response[Any]:
        """Annul it, with the reason and the act that authorises it."""
        form = await bind(request, AnnulProtocollo, entry_id=entry_id)
        if form.command is None:
            row = await protocollo_line(work, operator, entry_id)
            return page(request, "protocollo/show.html", status=422, form=form, row=row)
        await annul_protocollo(work, operator, form.command)
        return see_other(request, f"/protocollo/{entry_id}")

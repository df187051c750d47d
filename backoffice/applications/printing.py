"""The whole file of an application, on paper."""

from typing import Any
from uuid import UUID

from litestar import Controller, Response, get
from litestar.params import FromPath

from domain.intake.queries.printing.application_print import application_print
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.downloads import download
from web.work import CurrentOperator, Work


class ApplicationPrintController(Controller):
    """One PDF of everything that the operator may read."""

    path = "/domande/{application_id:uuid}/fascicolo"

    @get("/", name="application.print", **operator(*DESK_ROLES))
    async def show(self, work: Work, operator: CurrentOperator, application_id: FromPath[UUID]) -> Response[Any]:
        """The PDF, with who prints it at the foot of every page; that it was printed is noted."""
        content = await application_print(work, operator, application_id)
        return download(content, "fascicolo-della-domanda.pdf", "application/pdf")

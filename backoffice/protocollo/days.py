"""The closed days of the register, and their files."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from domain.documents.queries.register_days import register_day_file, register_days
from domain.kernel.roles import REGISTER_ROLES
from web.access import operator
from web.downloads import download
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentOperator, Work

PATH = "/protocollo/giorni"
PDF, SIGNED = "application/pdf", "application/pkcs7-mime"


class RegisterDayController(Controller):
    """Every night the program closes the day before: a PDF, sealed where the ente has a seal."""

    path = PATH

    @get("/", name="protocollo.days", **operator(*REGISTER_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """A page of the closed days, the latest first."""
        found = await register_days(work, operator, page_number(request))
        pages = PageLinks(found.number, found.pages, PATH, {})
        return page(request, "protocollo/days.html", rows=found.items, total=found.total, pages=pages)

    @get("/{day_id:uuid}", name="protocollo.day", **operator(*REGISTER_ROLES, fresh=True))
    async def show(self, work: Work, operator: CurrentOperator, day_id: FromPath[UUID]) -> Response[Any]:
        """The file of a day."""
        day, content = await register_day_file(work, operator, day_id)
        return download(content, day.file_name, SIGNED if day.is_signed else PDF)

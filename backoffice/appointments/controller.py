"""The appointments of a day."""

from typing import Any

from litestar import Controller, Request, Response, get

from backoffice.appointments.day_page import PATH, day_page
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES
from web.access import operator
from web.forms import show
from web.work import CurrentOperator, Work

READING = (*DESK_ROLES, *ADMIN_ROLES)


class DaySheetController(Controller):
    """The sheet of a day of an office."""

    path = PATH

    @get("/", name="appointments", **operator(*READING))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Who is expected, who is there; the readings are noted."""
        return await day_page(request, work, operator, show())

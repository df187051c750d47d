"""The queue of the examination."""

from typing import Any

from litestar import Controller, Request, Response, get

from backoffice.examination.filters import PATH, asked
from backoffice.examination.queue_page import queue_page
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.forms import show
from web.work import CurrentOperator, Work


class QueueController(Controller):
    """What waits for an answer of the office."""

    path = PATH

    @get("/", name="examination", **operator(*DESK_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """By last day, filtered and paged; htmx asks for the list only."""
        return await queue_page(request, work, operator, asked(request, operator, work.today), show())

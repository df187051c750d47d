"""How I come in: an overview."""

from typing import Any

from litestar import Controller, Request, Response, get

from backoffice.account.proof import HOME
from domain.access.queries.credentials.operator_credentials import operator_credentials
from web.access import operator
from web.rendering import page
from web.work import CurrentOperator, Work


class AccountController(Controller):
    """One's own credentials: what there is, and where to change it."""

    path = HOME

    @get("/", name="account", **operator())
    async def show(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The overview."""
        card = await operator_credentials(work, operator.operator_id)
        return page(request, "account/show.html", card=card)

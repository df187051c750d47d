"""New recovery codes."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.account.proof import HOME, ask_for_proof
from domain.access.actions.credentials.make_recovery_codes import make_recovery_codes
from domain.access.queries.credentials.operator_credentials import operator_credentials
from web.access import operator
from web.rendering import page
from web.work import CurrentOperator, Work


class CodesController(Controller):
    """Ten, shown once; those before are void."""

    path = f"{HOME}/codici"
    before_request = ask_for_proof

    @get("/", name="codes", **operator())
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """How many are left, and the way to new ones."""
        return page(request, "account/codes.html", card=await operator_credentials(work, operator.operator_id))

    @post("/", name="codes.create", status_code=200, **operator())
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Show them, this once."""
        codes = await make_recovery_codes(work, operator.operator_id)
        return page(request, "account/codes_shown.html", codes=codes)

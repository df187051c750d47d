"""Opening a message of the register: only after a reason was typed, and written down."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.actions.register.open_transaction import OpenTransaction, open_transaction
from domain.access.queries.register.register_search import opened_transaction
from domain.kernel.roles import Role
from web.access import operator
from web.forms import bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

# Who opens a message sees people's data.
OPENING: dict[str, Any] = operator(Role.AUDITOR, fresh=True)


class RegisterOpeningController(Controller):
    """A message with its content."""

    path = "/registro"

    @get("/messaggi/{record_id:uuid}/apertura", name="register.opening.new", **OPENING)
    async def new(self, request: Request[Any, Any, Any], record_id: FromPath[UUID]) -> Response[Any]:
        """Ask for the reason."""
        return page(request, "register/opening.html", form=show(), record_id=record_id)

    @post("/messaggi/{record_id:uuid}/apertura", name="register.opening", **OPENING)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, record_id: FromPath[UUID]
    ) -> Response[Any]:
        """Note the opening, then show the message."""
        form = await bind(request, OpenTransaction, record_id=record_id)
        if form.command is None:
            return page(request, "register/opening.html", status=422, form=form, record_id=record_id)
        return see_other(request, f"/registro/aperture/{await open_transaction(work, operator, form.command)}")

    @get("/aperture/{opening_id:uuid}", name="register.opened", **OPENING)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, opening_id: FromPath[UUID]
    ) -> Response[Any]:
        """The message, for a quarter of an hour."""
        opened = await opened_transaction(work, operator, opening_id)
        return page(request, "register/opened.html", opened=opened, row=opened.row)

"""The page where an operator writes the definitive codice fiscale, with all that will show it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.duplicates.words import counted
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.actions.merging.replace_code import ReplaceCode, replace_code
from domain.registry.queries.merging.links_of import links_of
from domain.registry.queries.person_card import person_card
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class PersonCodeController(Controller):
    """The codice fiscale of somebody who had a provisional one, or none."""

    path = "/persone/{person_id:uuid}/codice-fiscale"

    @get("/", name="person.code.edit", **operator(*DESK_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """The form, and what it changes; the reading is noted."""
        return await _code_page(request, work, operator, person_id, show())

    @post("/", name="person.code.update", **operator(*DESK_ROLES, fresh=True))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Put it in the place of the old one, everywhere at once."""
        form = await bind(request, ReplaceCode, person_id=person_id)
        if await attempt(work, operator, form, replace_code, "codice_fiscale"):
            return see_other(request, f"/persone/{person_id}/codice-fiscale?fatto=1")
        return await _code_page(request, work, operator, person_id, form, status=422)


async def _code_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    card = await person_card(work, operator, person_id)
    if card.id != person_id:  # the record was joined to another one
        return see_other(request, f"/persone/{card.id}/codice-fiscale")
    links = counted(await links_of(work, operator, person_id))
    is_done = request.query_params.get("fatto") == "1"
    return page(request, "person_code/edit.html", status=status, form=form, card=card, links=links, is_done=is_done)

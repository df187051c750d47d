"""A person's record, shown to another ente of the ambito."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.kernel.roles import CASE_ROLES, DESK_ROLES
from domain.registry.actions.sharing.end_sharing import EndSharing, end_sharing
from domain.registry.actions.sharing.share_record import ShareRecord, share_record
from domain.registry.queries.person_card import person_card
from domain.registry.queries.sharings import enti_to_share_with, shared_with_us, sharings_of
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/persone/{person_id:uuid}/condivisioni"
DONE = frozenset({"nuova", "finita"})


class SharingController(Controller):
    """Those of a person, and a new one."""

    path = PATH

    @get("/", name="sharings", **operator(*CASE_ROLES))
    async def list(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """With whom the record is and was shared; the reading of the card is noted."""
        return await _page(request, work, operator, person_id, show({"starts_on": work.today}))

    @post("/", name="sharing.create", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Show it to another ente, until a day."""
        form = await bind(request, ShareRecord, person_id=person_id)
        if await attempt(work, operator, form, share_record, "to_ente_id"):
            return see_other(request, f"/persone/{person_id}/condivisioni?fatto=nuova")
        return await _page(request, work, operator, person_id, form, status=422)


class SharedWithUsController(Controller):
    """The records that other enti show to ours."""

    path = "/condivisioni"

    @get("/", name="shared_with_us", **operator(*DESK_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The first to end first; opening one is noted."""
        found = await shared_with_us(work, operator, page_number(request))
        links = PageLinks(found.number, found.pages, "/condivisioni", {})
        return page(request, "sharings/shared_with_us.html", rows=found.items, total=found.total, links=links)


class SharingEndController(Controller):
    """It is taken back."""

    path = PATH + "/{sharing_id:uuid}/fine"

    @post("/", name="sharing.end", **operator(*CASE_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        sharing_id: FromPath[UUID],
    ) -> Response[Any]:
        """At once."""
        await end_sharing(work, operator, EndSharing(person_id=person_id, sharing_id=sharing_id))
        return see_other(request, f"/persone/{person_id}/condivisioni?fatto=finita")


async def _page(
    request: Request[Any, Any, Any],
    work: Work,
    operator: CurrentOperator,
    person_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "sharings/list.html",
        status=status,
        form=form,
        enti=await enti_to_share_with(work, operator, person_id),
        rows=await sharings_of(work, operator, person_id),
        person=await person_card(work, operator, person_id),
        done=done if done in DONE else "",
    )

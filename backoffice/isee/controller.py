"""The ISEE of a person: seen with a reason, written by hand, put right."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.isee.pages import as_it_stands, form_page, list_page
from domain.casework.actions.isee.drop_isee import DropIsee, drop_isee
from domain.casework.actions.isee.mend_isee import MendIsee, mend_isee
from domain.casework.actions.isee.write_isee import WriteIsee, write_isee
from domain.casework.queries.isee.isee_sheet import isee_draft
from domain.kernel.roles import DESK_ROLES
from domain.registry.terms import FactSource, IseeKind
from web.access import operator
from web.forms import attempt, bind, show
from web.rendering import see_other
from web.work import CurrentOperator, Work

PATH = "/persone/{person_id:uuid}/isee"
BLANK = {"kind": IseeKind.ORDINARY.value, "source": FactSource.DOCUMENT.value}


class IseeController(Controller):
    """The certificates of a person."""

    path = PATH

    @get("/", name="person.isee", **operator(*DESK_ROLES))
    async def list(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Which one counts today, and the history; the reading is noted with its reason."""
        return await list_page(request, work, operator, person_id)

    @get("/nuovo", name="person.isee.new", **operator(*DESK_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """The form, with the people of the household ticked."""
        draft = await isee_draft(work, operator, person_id)
        form = show(BLANK | {"member_ids": [str(one.person_id) for one in draft.household]})
        return form_page(request, draft, form)

    @post("/", name="person.isee.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write it down."""
        form = await bind(request, WriteIsee, person_id=person_id)
        if await attempt(work, operator, form, write_isee, "ends_on"):
            return see_other(request, f"/persone/{person_id}/isee?fatto=scritto")
        return form_page(request, await isee_draft(work, operator, person_id), form, status=422)

    @get("/{isee_id:uuid}", name="person.isee.edit", **operator(*DESK_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        isee_id: FromPath[UUID],
    ) -> Response[Any]:
        """The certificate as it stands, to be put right."""
        draft = await isee_draft(work, operator, person_id, isee_id)
        return form_page(request, draft, as_it_stands(draft))

    @post("/{isee_id:uuid}", name="person.isee.update", **operator(*DESK_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        isee_id: FromPath[UUID],
    ) -> Response[Any]:
        """Believe this instead."""
        form = await bind(request, MendIsee, person_id=person_id, isee_id=isee_id)
        if await attempt(work, operator, form, mend_isee, "ends_on"):
            return see_other(request, f"/persone/{person_id}/isee?fatto=corretto")
        return form_page(request, await isee_draft(work, operator, person_id, isee_id), form, status=422)


class IseeWithdrawalController(Controller):
    """A certificate that was never of this person."""

    path = f"{PATH}/{{isee_id:uuid}}/ritiro"

    @post("/", name="person.isee.withdraw", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        isee_id: FromPath[UUID],
    ) -> Response[Any]:
        """Take it away: nothing is known in its place."""
        form = await bind(request, DropIsee, person_id=person_id, isee_id=isee_id)
        if await attempt(work, operator, form, drop_isee, "reason"):
            return see_other(request, f"/persone/{person_id}/isee?fatto=tolto")
        draft = await isee_draft(work, operator, person_id, isee_id)
        return form_page(request, draft, as_it_stands(draft, form), status=422)

"""The titles that wait for a check, and one title."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.titles.title_page import title_page
from domain.kernel.roles import DESK_ROLES
from domain.registry.actions.correct_guardianship import CorrectGuardianship, correct_guardianship
from domain.registry.queries.guardianships import guardianships_to_check, title_sheet
from domain.registry.refusals import PeriodReversed
from web.access import operator
from web.forms import bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class TitleController(Controller):
    """Guardianships, curatorships, support administrations, parents."""

    path = "/tutele"

    @get("/", name="titles", **operator(*DESK_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """What citizens have declared and nobody has checked, the first declared first."""
        return page(request, "titles/list.html", titles=await guardianships_to_check(work, operator))

    @get("/{title_id:uuid}", name="title.show", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, title_id: FromPath[UUID]
    ) -> Response[Any]:
        """One title: what was declared, what we know, what can be done; the reading is noted."""
        sheet = await title_sheet(work, operator, title_id)
        known = {name: getattr(sheet, name) for name in ("decree", "decree_on", "court", "scope", "starts_on")}
        form = show(known | {"ends_on": sheet.ends_on, "kind": sheet.kind.value, "last_day": work.today})
        return await title_page(request, work, operator, sheet, form)

    @post("/{title_id:uuid}", name="title.update", **operator(*DESK_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, title_id: FromPath[UUID]
    ) -> Response[Any]:
        """Put right what was written of it."""
        form = await bind(request, CorrectGuardianship, guardianship_id=title_id)
        if form.command is not None:
            try:
                await correct_guardianship(work, operator, form.command)
                return see_other(request, f"/tutele/{title_id}?fatto=corretta")
            except PeriodReversed as refusal:
                await work.discard()
                form.errors["ends_on"] = sentence(refusal.message)
        return await title_page(request, work, operator, await title_sheet(work, operator, title_id), form, status=422)

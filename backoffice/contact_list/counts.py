"""The accesses counted, under the same filters as the list."""

from typing import Any

from litestar import Controller, Request, Response, get

from backoffice.contact_list.choices import list_choices
from backoffice.contact_list.dashboard import waiting_tables, work_tables
from backoffice.contact_list.filters import asked
from backoffice.contact_list.tables import tables
from domain.kernel.roles import DESK_ROLES, Role
from domain.reception.queries.code_words import NEEDS, desk_codes, labels
from domain.reception.queries.sheets.sheet_counts import sheet_counts
from domain.reception.terms.sheets import Dimension
from web.access import operator
from web.locale import sentence
from web.rendering import page
from web.work import CurrentOperator, Work

COUNTING = (*DESK_ROLES, Role.THIRD_SECTOR, Role.PLANNER, Role.AMBITO_ADMIN)


class ContactCountController(Controller):
    """The dashboard of accesses."""

    path = "/accoglienza/cruscotto"

    @get("/", name="contact_counts", **operator(*COUNTING))
    async def show(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Who waits, and contacts by day, office, channel, outcome, class of need; numbers lead to their lists."""
        codes = await desk_codes(work, operator.ente_id)
        chosen = asked(request, codes, view="tutte")
        counts = await sheet_counts(work, operator, chosen.wanted, operator.ente_id)
        choices = await list_choices(work, operator, codes)
        made = tables(counts, choices, labels(codes[NEEDS]), chosen.query)
        sides = [(sentence(side.label), "number") for side in Dimension]
        made |= await waiting_tables(work, operator, chosen.wanted, choices)
        minutes, of_work = await work_tables(work, operator, chosen.wanted, choices)
        shown = {"counts": counts, "minutes": minutes, "chosen": chosen, "choices": choices, "sides": sides}
        shown["tables"] = made | of_work
        return page(request, "contact_list/counts.html", **shown)

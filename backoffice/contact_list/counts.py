"""The accesses counted, under the same filters as the list."""

from typing import Any

from litestar import Controller, Request, Response, get

from backoffice.contact_list.choices import list_choices
from backoffice.contact_list.filters import asked
from domain.kernel.roles import DESK_ROLES, Role
from domain.reception.queries.code_words import NEEDS, desk_codes, labels
from domain.reception.queries.sheets.sheet_counts import sheet_counts
from domain.reception.terms.sheets import Dimension, Outcome
from web.access import operator
from web.locale import sentence, short_date
from web.pagination import PageLinks
from web.rendering import page
from web.work import CurrentOperator, Work

PATH, LIST = "/accoglienza/cruscotto", "/accoglienza"
COUNTING = (*DESK_ROLES, Role.THIRD_SECTOR, Role.PLANNER, Role.AMBITO_ADMIN)
Rows = list[list[Any]]


class ContactCountController(Controller):
    """The dashboard of accesses."""

    path = PATH

    @get("/", name="contact_counts", **operator(*COUNTING))
    async def show(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """By day, office, channel, outcome and class of need; each number leads to its list."""
        codes = await desk_codes(work, operator.ente_id)
        chosen = asked(request, codes, view="tutte")
        counts = await sheet_counts(work, operator, chosen.wanted, operator.ente_id)
        choices = await list_choices(work, operator, codes)
        offices, classes = dict(choices.offices), labels(codes[NEEDS])

        def linked(key: str, value: str, text: str, count: int) -> list[Any]:
            link = PageLinks(1, 1, LIST, {**chosen.query, "vista": "tutte", key: value}).url(1)
            return [text if counts.is_rounded else (text, link), count]

        tables = {
            "day": [[short_date(day), count] for day, count in counts.by_day],
            "office": [linked("ufficio", str(key), offices.get(str(key), ""), n) for key, n in counts.by_office],
            "channel": [linked("canale", key, choices.channel_names.get(key, key), n) for key, n in counts.by_channel],
            "outcome": [linked("esito", key, sentence(Outcome(key).label), n) for key, n in counts.by_outcome],
            "need": [linked("bisogno", key, classes.get(key, key), n) for key, n in counts.by_need_class],
            "sides": [[classes.get(key, key), *(found[side] for side in Dimension)] for key, found in counts.need_sides],
        }
        return page(
            request,
            "contact_list/counts.html",
            counts=counts,
            tables=tables,
            chosen=chosen,
            choices=choices,
            sides=[(sentence(side.label), "number") for side in Dimension],
        )

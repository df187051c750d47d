"""What we know about the citizen, and who else may see it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from litestar import Controller, Request, Response, get

from domain.kernel.text import Text
from domain.registry.queries.facts.fact_words import FieldWords
from domain.registry.queries.facts.facts_for_copy import FactLine, facts_for_copy
from domain.registry.queries.isee.isee_records_of import isee_standing
from domain.registry.queries.sharings import own_sharings
from web.access import CITIZEN
from web.locale import country_name, gettext, long_date, sentence
from web.rendering import page
from web.work import CurrentCitizen, Work


class MyDataController(Controller):
    """The facts of today, each with its source and the way to have it put right."""

    path = "/area-personale/i-miei-dati"

    @get("/", name="my_data.show", **CITIZEN)
    async def show(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """By kind; the older ones are in the copy."""
        lines = [line for line in await facts_for_copy(work, citizen, citizen.person_id) if line.holds_on(work.today)]
        sharings = await own_sharings(work, citizen)
        means = await isee_standing(work, citizen, citizen.person_id, work.today)
        return page(
            request,
            "my_data/show.html",
            facts=[(line, fact_rows(line)) for line in lines],
            means=[one for one in (means.in_force, *means.others) if one],
            sharings=sharings,
        )


def fact_rows(line: FactLine) -> list[tuple[str, str]]:
    """The fields of a fact in words, then since when it holds and from whom it is."""
    rows = field_rows(line.fields)
    if line.starts_on is not None:
        rows.append((gettext("Dal giorno"), long_date(line.starts_on)))
    return [*rows, (gettext("Da chi lo sappiamo"), sentence(line.source.label))]


def field_rows(fields: Sequence[FieldWords]) -> list[tuple[str, str]]:
    """The fields of a fact in words."""
    return [(sentence(field.label), _shown(field)) for field in fields]


def _shown(field: FieldWords) -> str:
    if field.is_country:
        return country_name(str(field.words))
    if field.words is True:
        return gettext("sì")
    if isinstance(field.words, Text):
        return sentence(field.words)
    return long_date(field.words) if isinstance(field.words, date) else str(field.words)

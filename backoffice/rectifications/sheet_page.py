"""The page of a request, made the same way wherever it is shown again."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.people.kinds import questions_of
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.privacy.queries.rectifications.rectifications import rectification_sheet
from domain.registry.queries.facts.fact_form import FactForm
from domain.registry.terms import FactSource
from web.forms import Form
from web.locale import sentence
from web.rendering import page

DONE = frozenset({"accolta", "rifiutata", "prorogata"})


async def sheet_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    rectification_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """The request, the person, and the fact with a field for each of its parts; the reading is noted."""
    sheet = await rectification_sheet(work, operator, rectification_id)
    if sheet.fact is not None and "source" not in form.values:
        form.values = _known(sheet.fact) | form.values
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "rectifications/show.html",
        status=status,
        sheet=sheet,
        form=form,
        questions=await questions_of(work, sheet.person.ente_id, sheet.fact.kind) if sheet.fact else [],
        sources=[(source.value, sentence(source.label)) for source in FactSource],
        done=done if done in DONE else "",
    )


def _known(fact: FactForm) -> dict[str, Any]:
    parts = {name: "true" if value is True else str(value) for name, value in fact.value.items() if value}
    days = {"starts_on": fact.starts_on, "ends_on": fact.ends_on}
    return parts | {name: day.isoformat() for name, day in days.items() if day} | {"source": fact.source.value}

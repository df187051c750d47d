"""The page of a title, made the same way wherever it is shown again."""

from typing import Any

from litestar import Request, Response

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.queries.guardianships import TitleRow
from domain.registry.queries.person_card import person_card
from domain.registry.terms import GuardianshipKind
from web.forms import Form
from web.locale import sentence
from web.rendering import page

DONE = frozenset({"verificata", "rifiutata", "finita", "corretta", "nuova"})
KINDS = tuple(GuardianshipKind)


async def title_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    sheet: TitleRow,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """The title beside what we know of the person; the reading of the card is noted."""
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "titles/show.html",
        status=status,
        form=form,
        title=sheet,
        person=await person_card(work, operator, sheet.person_id),
        kinds=[(kind.value, sentence(kind.label)) for kind in KINDS],
        done=done if done in DONE else "",
    )

"""The page of a bando, made the same way wherever it is shown again."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.bandi.paths import as_typed
from backoffice.services.form.conditions import condition_words
from domain.catalogue.queries.bandi.bando_sheet import BandoSheet, Criterion, bando_to_read
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from web.forms import Form, show
from web.locale import number, sentence
from web.rendering import page

DONE = frozenset({"salvato", "criterio", "tolto", "pubblicato", "rettificato", "prorogato", "annullato", "concluso"})


async def bando_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    bando_id: UUID,
    form: Form[Any] | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    """All of it; ``form`` says what was refused."""
    sheet = await bando_to_read(work, operator, bando_id)
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "bandi/show.html",
        status=status,
        form=form or show(),
        bando=sheet,
        criteria=[(one, criterion_lines(one, sheet)) for one in sheet.content.criteria],
        faults=[_fault(sheet, place, sentence(words)) for place, words in sheet.faults.items()],
        done=done if done in DONE else "",
        sees_applications=operator.has(*DESK_ROLES),
    )


def criterion_lines(one: Criterion, sheet: BandoSheet) -> list[str]:
    """What a criterion looks at, and the points, in words."""
    if one.condition is not None:
        told = condition_words(one.condition, sheet.countable) or [sentence(_("Una condizione avanzata, da un file."))]
        return [*told, sentence(_("%(points)s punti", points=number(Decimal(one.points) / 100)))]
    names = [field.label.in_("it") for field in sheet.measurable if field.key in one.variables]
    return [*names, *(_band(band.up_to, band.points, sheet, one) for band in one.bands)]


def _band(up_to: int | None, points: int, sheet: BandoSheet, one: Criterion) -> str:
    given = number(Decimal(points) / 100)
    if up_to is None:
        return sentence(_("Oltre: %(points)s punti", points=given))
    return sentence(_("Fino a %(top)s: %(points)s punti", top=limit_as_typed(up_to, sheet, one), points=given))


def limit_as_typed(up_to: int, sheet: BandoSheet, one: Criterion) -> str:
    """The limit of a band as it is typed: euros and decimals from their hundredths, whole numbers as they are."""
    field = next((field for field in sheet.measurable if field.key in one.variables), None)
    is_whole = field is not None and (field.shown_as or field.kind) == "number"
    return str(up_to) if is_whole else as_typed(up_to)


def _fault(sheet: BandoSheet, place: str, words: str) -> tuple[str, str, str]:
    """Where to go, what it is about, and what is wrong."""
    one = sheet.content.criterion(place)
    if one is not None:
        return f"criteri/{one.key}", one.label.in_("it"), words
    return f"testi#{place}", sentence(_("Testi e date")), words

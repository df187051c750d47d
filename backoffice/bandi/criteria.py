"""The criteria of a bando, one page each: points for a condition, or for the band in which a number falls."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.bandi.pages import bando_page, limit_as_typed
from backoffice.bandi.paths import BANDO, as_typed, bando_path
from backoffice.procedures.drafts.pages import ALL_LANGUAGES, settle, shown_sentence, typed_sentences
from backoffice.services.form.conditions import condition_choices, condition_sent, condition_values
from domain.catalogue.actions.bandi.keep_criterion import KeepCriterion, keep_criterion
from domain.catalogue.actions.bandi.remove_criterion import RemoveCriterion, remove_criterion
from domain.catalogue.queries.bandi.bando_sheet import DESIGN_ROLES, BandoSheet, Criterion, bando_sheet
from domain.catalogue.terms.bandi import MOST_BANDS
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

BANDS = range(1, MOST_BANDS + 1)


class CriterionController(Controller):
    """What gives points."""

    path = f"{BANDO}/criteri"

    @get("/nuovo", name="bando.criterion.new", **operator(*DESIGN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """An empty form: ``tipo=fasce`` for bands, a condition otherwise."""
        return await _page(request, work, operator, bando_id, None, None)

    @post("/", name="bando.criterion.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """Last among the others."""
        form = await _sent(request, bando_id, None)
        if await attempt(work, operator, form, keep_criterion, "label.it"):
            return see_other(request, bando_path(bando_id, "?fatto=criterio#criteri"))
        settle(form, ("label",))
        return await _page(request, work, operator, bando_id, None, form, status=422)

    @get("/{key:str}", name="bando.criterion", **operator(*DESIGN_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        bando_id: FromPath[UUID],
        key: FromPath[str],
    ) -> Response[Any]:
        """As it is written."""
        return await _page(request, work, operator, bando_id, key, None)

    @post("/{key:str}", name="bando.criterion.update", **operator(*DESIGN_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        bando_id: FromPath[UUID],
        key: FromPath[str],
    ) -> Response[Any]:
        """As it is from now on; of a published bando from its rectification on."""
        form = await _sent(request, bando_id, key)
        if await attempt(work, operator, form, keep_criterion, "label.it"):
            return see_other(request, bando_path(bando_id, "?fatto=criterio#criteri"))
        settle(form, ("label",))
        return await _page(request, work, operator, bando_id, key, form, status=422)


class CriterionRemovalController(Controller):
    """A criterion that is not wanted."""

    path = f"{BANDO}/criteri/{{key:str}}/eliminazione"

    @post("/", name="bando.criterion.removal", **operator(*DESIGN_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        bando_id: FromPath[UUID],
        key: FromPath[str],
    ) -> Response[Any]:
        """Out of what is written."""
        form = await bind(request, RemoveCriterion, bando_id=bando_id, key=key)
        if await attempt(work, operator, form, remove_criterion, "part"):
            return see_other(request, bando_path(bando_id, "?fatto=tolto#criteri"))
        return await bando_page(request, work, operator, bando_id, form, status=422)


async def _sent(request: Request[Any, Any, Any], bando_id: UUID, key: str | None) -> Form[KeepCriterion]:
    sent, written = await typed(request), await typed_sentences(request, "label")
    bands = [{part: str(sent.value(f"band.{number}.{part}")) for part in ("up_to", "points")} for number in BANDS]
    return await bind(
        request, KeepCriterion, bando_id=bando_id, key=key, condition=condition_sent(sent), bands=bands, **written
    )


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    bando_id: UUID,
    key: str | None,
    form: Form[Any] | None,
    *,
    status: int = 200,
) -> Response[Any]:
    sheet = await bando_sheet(work, operator, bando_id)
    one = sheet.content.criterion(key) if key else None
    if key and one is None:
        raise NotFound
    has_bands = one.value is not None if one else request.query_params.get("tipo") == "fasce"
    if form is not None and one is None:
        has_bands = not form.value("join")
    return page(
        request,
        "bandi/criterion.html",
        status=status,
        form=form or show(_known(sheet, one)),
        bando=sheet,
        criterion=one,
        has_bands=has_bands,
        measurable=[(field.key, field.label.in_("it")) for field in sheet.measurable],
        band_numbers=BANDS,
        all_languages=ALL_LANGUAGES,
        **condition_choices(one.condition if one else None, sheet.countable),
    )


def _known(sheet: BandoSheet, one: Criterion | None) -> dict[str, Any]:
    known: dict[str, Any] = {"seen_revision": sheet.revision, "join": "and"}
    if one is None:
        return known
    known |= shown_sentence("label", one.label) | {"source": one.source}
    if one.condition is not None:
        return known | {"points": as_typed(one.points)} | condition_values(one.condition, sheet.countable)
    for number, band in enumerate(one.bands, 1):
        top = limit_as_typed(band.up_to, sheet, one) if band.up_to is not None else ""
        known |= {f"band.{number}.up_to": top, f"band.{number}.points": as_typed(band.points)}
    return known | {"question": next(iter(one.variables), "")}

"""The card of a service that is being written, its term, its procedure, and whether people ask online."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.services.paths import DRAFT, draft_path
from backoffice.services.words import PART_HINTS, PART_LABELS, SHORT_PARTS, benefit_words
from domain.catalogue.actions.designing.change_draft_card import ChangeDraftCard, change_draft_card
from domain.catalogue.queries.benefits import benefit_named, benefits
from domain.catalogue.queries.service_draft import DESIGN_ROLES, DraftSheet, italian_of, service_draft
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.procedure.queries.procedures_in_force import procedures_in_force
from domain.procedure.queries.versions import procedures
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.locale import language_code, sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class DraftCardController(Controller):
    """One form, in Italian; the other languages have pages of their own."""

    path = f"{DRAFT}/scheda"

    @get("/", name="draft_card", **operator(*DESIGN_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """What is written so far."""
        return await _page(request, work, operator, await service_draft(work, operator, draft_id), None)

    @post("/", name="draft_card.update", **operator(*DESIGN_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, draft_id: FromPath[UUID]
    ) -> Response[Any]:
        """Keep it, also when it is not whole."""
        sent = await typed(request)
        words = {name: str(sent.value(name)) for name in PART_LABELS}
        form = await bind(request, ChangeDraftCard, draft_id=draft_id, words=words)
        if await attempt(work, operator, form, change_draft_card, "title"):
            return see_other(request, draft_path(draft_id, "?salvato=1"))
        return await _page(request, work, operator, await service_draft(work, operator, draft_id), form, status=422)


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    draft: DraftSheet,
    form: Form[Any] | None,
    *,
    status: int = 200,
) -> Response[Any]:
    known = {
        "term_days": draft.term_days,
        "procedure_slug": draft.procedure_slug,
        "is_online": draft.is_online or None,
        "benefit_code": await _benefit(work, draft),
        "seen_revision": draft.revision,
    }
    return page(
        request,
        "services/card.html",
        status=status,
        draft=draft,
        form=form or show(italian_of(draft.card) | known),
        parts=[(name, sentence(label), _hint(name), name in SHORT_PARTS) for name, label in PART_LABELS.items()],
        procedures=await _procedures(work, operator, draft),
        benefits=[benefit_words(one) for one in await benefits(work, draft.ente_id)],
    )


async def _benefit(work: UnitOfWork, draft: DraftSheet) -> str:
    """What the box shows: the code that is chosen, with its words."""
    found = await benefit_named(work, draft.ente_id, draft.benefit_code)
    return benefit_words(found) if found else draft.benefit_code or ""


def _hint(name: str) -> str | None:
    return sentence(PART_HINTS[name]) if name in PART_HINTS else None


async def _procedures(work: UnitOfWork, operator: Operator, draft: DraftSheet) -> list[tuple[str, str]]:
    """By name: those in force, those that the ente is still drawing, and the one that is chosen, whatever it is."""
    drawn = {row.slug: row.name for row in await procedures(work, operator) if row.ente_id == draft.ente_id}
    names = {**drawn, **await procedures_in_force(work, draft.ente_id)}
    choices = {slug: name.in_(language_code()) for slug, name in names.items()}
    choices.setdefault(draft.procedure_slug, draft.procedure_slug)
    return sorted(choices.items(), key=lambda pair: pair[1])

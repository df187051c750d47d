"""Answers to what the office has asked for, item by item."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from domain.intake.actions.examination.answer_item import AnswerItem, answer_item
from domain.intake.queries.examination.integration_items import ItemRow, integration_items
from domain.intake.refusals import ItemAnswered, TooManyAttachments
from domain.intake.terms import ItemKind
from domain.kernel.actor import Citizen
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork
from portal.applications.show_page import show_page
from web.access import CITIZEN
from web.forms import Form, typed
from web.locale import language_code
from web.rendering import see_other
from web.work import CurrentCitizen, Work

LONGEST = 4000
MOST_PAGES = 30


class ReplyController(Controller):
    """What was missing."""

    path = "/domande/{application_id:uuid}/integrazioni"

    @post("/", name="application.reply.create", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Keep what was answered; what cannot be kept is said beside it (422), and the rest is kept all the same."""
        form = await typed(request)
        form.refuse(await _answer(work, citizen, application_id, form))
        shown = await show_page(request, work, citizen, application_id, form=form) if form.errors else None
        return shown or see_other(request, f"/domande/{application_id}?fatto=risposte")


async def _answer(work: UnitOfWork, citizen: Citizen, application_id: UUID, form: Form[Any]) -> dict[str, Text]:
    """The problems, by field; also that nothing was answered at all."""
    items = await integration_items(work, citizen, application_id, language=language_code())
    waiting = [one for one in items if one.is_open and one.kind is not ItemKind.OBSERVATION]
    given = [one for one in waiting if form.value(f"item.{one.id}") or form.files.get(f"file.{one.id}")]
    if waiting and not given:
        return {_field(waiting[0]): _("Rispondi almeno a una richiesta.")}
    refused: dict[str, Text] = {}
    for one in given:
        refused |= await _one(work, citizen, application_id, one, form)
    return refused


async def _one(
    work: UnitOfWork, citizen: Citizen, application_id: UUID, item: ItemRow, form: Form[Any]
) -> dict[str, Text]:
    files = form.files.get(f"file.{item.id}", [])
    text = str(form.value(f"item.{item.id}"))
    if len(text) > LONGEST:
        return {f"item.{item.id}": _("La risposta è troppo lunga. Scrivi al massimo %(most)s caratteri.", most=LONGEST)}
    command = AnswerItem(
        application_id=application_id,
        item_id=item.id,
        text=text,
        file_name=files[0].filename[:255] if files else "",
        content=await files[0].read() if files else b"",
        more_pages=tuple([await file.read() for file in files[1:MOST_PAGES]]),
    )
    try:
        await answer_item(work, citizen, command)
    except Invalid as problem:
        return {_field(item): next(iter(problem.fields.values()))}
    except (ItemAnswered, TooManyAttachments) as problem:
        return {_field(item): problem.message}
    return {}


def _field(item: ItemRow) -> str:
    return f"file.{item.id}" if item.kind is ItemKind.DOCUMENT else f"item.{item.id}"

"""The conversation with the office about an application."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.correspondence.actions.conversations.read_conversation import ReadConversation, read_conversation
from domain.correspondence.queries.conversations.conversation import messages_of
from domain.correspondence.queries.conversations.conversation_rules import conversation_rules
from domain.documents.queries.documents_by_id import documents_by_id
from domain.intake.queries.application_progress import application_progress
from domain.intake.queries.conversation.application_conversation import application_conversation
from domain.kernel.actor import Citizen
from domain.kernel.page import Page
from domain.platform.work import UnitOfWork
from portal.acting.bar import acting_for
from portal.conversation.sending import send
from web.access import CITIZEN
from web.forms import Form, show
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.requests.sent_message import KEPT, ids_of
from web.work import CurrentCitizen, Work


class ConversationController(Controller):
    """Messages, and room for one more."""

    path = "/domande/{application_id:uuid}/conversazione"

    @get("/", name="application.conversation", **CITIZEN)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """The latest first."""
        return await _page(request, work, citizen, application_id, show())

    @post("/", name="application.conversation.create", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write to the office: what the office has written was read."""
        form = await send(request, work, citizen, application_id)
        if form.errors:
            return await _page(request, work, citizen, application_id, form, status=422)
        await _read(work, citizen, application_id)
        return see_other(request, f"/domande/{application_id}/conversazione?fatto=inviato")

    @post("/lettura", name="application.conversation.reading", **CITIZEN)
    async def update(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """What the office has written counts as read."""
        await _read(work, citizen, application_id)
        return see_other(request, f"/domande/{application_id}/conversazione")


async def _read(work: UnitOfWork, citizen: Citizen, application_id: UUID) -> None:
    found = (await application_conversation(work, citizen, application_id)).conversation
    if found is not None:
        await read_conversation(work, citizen, ReadConversation(conversation_id=found.id))


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    citizen: Citizen,
    application_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    there = await application_conversation(work, citizen, application_id)
    progress = await application_progress(work, citizen, application_id)
    found = there.conversation
    messages = await messages_of(work, citizen, found.id, page_number(request)) if found else Page((), 1, 1, 0)
    kept = await documents_by_id(work, ids_of(form.value(KEPT)))
    path = f"/domande/{application_id}/conversazione"
    return page(
        request,
        "conversation/show.html",
        status=status,
        form=form,
        progress=progress,
        acting=await acting_for(work, citizen, progress),
        messages=messages.items,
        links=PageLinks(messages.number, messages.pages, path, {}),
        unread=sum(one.side == "office" and not one.is_read for one in messages.items),
        spoken=found.language if found else there.language,
        may_write=there.may_write,
        kept=[(str(one.id), one.file_name) for one in kept.values()],
        path=path,
        reply_days=(await conversation_rules(work, there.office_id)).reply_days,
        is_sent=request.query_params.get("fatto") == "inviato",
    )

"""The conversation with the office about an application."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.correspondence.actions.conversations.read_conversation import ReadConversation, read_conversation
from domain.intake.actions.attach_upload import AttachUpload, attach_upload
from domain.intake.actions.conversation.take_in_message_file import TakeInMessageFile, take_in_message_file
from domain.intake.actions.conversation.write_about_application import WriteAboutApplication, write_about_application
from domain.intake.queries.application_progress import application_progress
from domain.intake.queries.conversation.application_conversation import application_conversation
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from portal.acting.bar import acting_for
from portal.conversation.page import Talked, conversation_page
from portal.conversation.sending import send
from web.access import CITIZEN
from web.forms import Form, show
from web.locale import language_code
from web.rendering import see_other
from web.work import CurrentCitizen, Work


class ConversationController(Controller):
    """Messages, and room for one more."""

    path = "/domande/{application_id:uuid}/conversazione"

    @get("/", name="application.conversation", **CITIZEN)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """The latest first."""
        return await conversation_page(request, work, citizen, await _talked(work, citizen, application_id), show())

    @post("/", name="application.conversation.create", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write to the office: what the office has written was read."""
        form = await _send(request, work, citizen, application_id)
        if form.errors:
            talked = await _talked(work, citizen, application_id)
            return await conversation_page(request, work, citizen, talked, form, status=422)
        await _read(work, citizen, application_id)
        return see_other(request, f"/domande/{application_id}/conversazione?fatto=inviato")

    @post("/lettura", name="application.conversation.reading", **CITIZEN)
    async def update(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """What the office has written counts as read."""
        await _read(work, citizen, application_id)
        return see_other(request, f"/domande/{application_id}/conversazione")


async def _send(request: Request[Any, Any, Any], work: UnitOfWork, citizen: Citizen, application_id: UUID) -> Form[Any]:
    async def take_in(content: bytes, file_name: str) -> UUID:
        command = TakeInMessageFile(application_id=application_id, content=content, file_name=file_name)
        return await take_in_message_file(work, citizen, command)

    async def finish(upload_id: UUID) -> UUID:
        return (await attach_upload(work, citizen, AttachUpload(upload_id=upload_id))).document_id

    async def write(text: str, documents: tuple[UUID, ...]) -> None:
        command = WriteAboutApplication(
            application_id=application_id, text=text, document_ids=documents, typed_in=language_code()
        )
        await write_about_application(work, citizen, command)

    return await send(request, take_in, write, finish)


async def _read(work: UnitOfWork, citizen: Citizen, application_id: UUID) -> None:
    found = (await application_conversation(work, citizen, application_id)).conversation
    if found is not None:
        await read_conversation(work, citizen, ReadConversation(conversation_id=found.id))


async def _talked(work: UnitOfWork, citizen: Citizen, application_id: UUID) -> Talked:
    there = await application_conversation(work, citizen, application_id)
    progress = await application_progress(work, citizen, application_id)
    return Talked(
        title=progress.title.in_(language_code()),
        back=f"/domande/{application_id}",
        path=f"/domande/{application_id}/conversazione",
        office_id=there.office_id,
        office=progress.office_name,
        language=there.language,
        conversation=there.conversation,
        may_write=there.may_write,
        acting=await acting_for(work, citizen, progress),
        upload={"application": application_id, "field": "conversation"},
    )

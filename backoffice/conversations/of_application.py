"""The conversation about an application, as the office reads and answers it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.conversations.answering import Answer, answer
from backoffice.conversations.page import Talked, conversation_page
from domain.correspondence.actions.conversations.read_conversation import ReadConversation, read_conversation
from domain.intake.actions.conversation.take_in_message_file import TakeInMessageFile, take_in_message_file
from domain.intake.actions.conversation.write_about_application import WriteAboutApplication, write_about_application
from domain.intake.queries.applications_to_check import applications_by_id
from domain.intake.queries.conversation.application_conversation import application_conversation, files_to_enclose
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, show
from web.locale import language_code
from web.rendering import see_other
from web.work import CurrentOperator, Work


class ApplicationConversationController(Controller):
    """Messages, an answer, a note for colleagues."""

    path = "/domande/{application_id:uuid}/conversazione"

    @get("/", name="application.conversation", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """The latest first; the reading is noted."""
        return await conversation_page(request, work, operator, await _talked(work, operator, application_id), show())

    @post("/", name="application.conversation.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Answer, or note something: what the person has written was read."""
        form = await _answer(request, work, operator, application_id)
        if form.errors:
            talked = await _talked(work, operator, application_id)
            return await conversation_page(request, work, operator, talked, form, status=422)
        await _read(work, operator, application_id)
        done = "nota" if form.value("note") else "risposta"
        return see_other(request, f"/domande/{application_id}/conversazione?fatto={done}")

    @post("/lettura", name="application.conversation.reading", **operator(*DESK_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """What the person has written counts as read: the person sees it."""
        await _read(work, operator, application_id)
        return see_other(request, f"/domande/{application_id}/conversazione")


async def _answer(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, application_id: UUID
) -> Form[Any]:
    async def take_in(content: bytes, file_name: str) -> UUID:
        command = TakeInMessageFile(application_id=application_id, content=content, file_name=file_name)
        return await take_in_message_file(work, operator, command)

    async def write(given: Answer) -> None:
        command = WriteAboutApplication(
            application_id=application_id,
            text=given.text,
            document_ids=given.document_ids,
            ready_answer_id=given.ready_answer_id,
            is_note=given.is_note,
        )
        await write_about_application(work, operator, command)

    return await answer(request, take_in, write)


async def _read(work: UnitOfWork, operator: Operator, application_id: UUID) -> None:
    found = (await application_conversation(work, operator, application_id)).conversation
    if found is not None:
        await read_conversation(work, operator, ReadConversation(conversation_id=found.id))


async def _talked(work: UnitOfWork, operator: Operator, application_id: UUID) -> Talked:
    there = await application_conversation(work, operator, application_id)
    known = (await applications_by_id(work, operator, [application_id]))[application_id]
    return Talked(
        name=known.beneficiary_name,
        title=known.title.in_(language_code()),
        back=f"/domande/{application_id}",
        path=f"/domande/{application_id}/conversazione",
        language=there.language,
        conversation=there.conversation,
        files=await files_to_enclose(work, operator, application_id),
    )

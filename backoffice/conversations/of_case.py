"""The conversation with a person in charge, as the office reads and answers it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.conversations.answering import Answer, answer
from backoffice.conversations.page import Talked, conversation_page
from backoffice.conversations.queue_page import FOLLOWED
from domain.casework.actions.conversation.take_in_case_file import TakeInCaseFile, take_in_case_file
from domain.casework.actions.conversation.write_about_case import WriteAboutCase, write_about_case
from domain.casework.queries.case_conversation import CaseConversation, case_conversation
from domain.correspondence.actions.conversations.read_conversation import ReadConversation, read_conversation
from domain.documents.queries.documents_about import documents_about
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, show
from web.locale import sentence
from web.rendering import see_other
from web.work import CurrentOperator, Work


class CaseConversationController(Controller):
    """Messages, an answer, a note for colleagues."""

    path = "/casi/{case_id:uuid}/conversazione"

    @get("/", name="case.conversation", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, case_id: FromPath[UUID]
    ) -> Response[Any]:
        """The latest first; the reading is noted."""
        return await conversation_page(request, work, operator, await _talked(work, operator, case_id), show())

    @post("/", name="case.conversation.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, case_id: FromPath[UUID]
    ) -> Response[Any]:
        """Answer, or note something: what the person has written was read."""
        form = await _answer(request, work, operator, case_id)
        if form.errors:
            talked = await _talked(work, operator, case_id)
            return await conversation_page(request, work, operator, talked, form, status=422)
        await _read(work, operator, await case_conversation(work, operator, case_id))
        return see_other(request, f"/casi/{case_id}/conversazione?fatto={'nota' if form.value('note') else 'risposta'}")

    @post("/lettura", name="case.conversation.reading", **operator(*DESK_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, case_id: FromPath[UUID]
    ) -> Response[Any]:
        """What the person has written counts as read: the person sees it."""
        await _read(work, operator, await case_conversation(work, operator, case_id))
        return see_other(request, f"/casi/{case_id}/conversazione")


async def _answer(request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, case_id: UUID) -> Form[Any]:
    async def take_in(content: bytes, file_name: str) -> UUID:
        command = TakeInCaseFile(case_id=case_id, content=content, file_name=file_name)
        return await take_in_case_file(work, operator, command)

    async def write(given: Answer) -> None:
        command = WriteAboutCase(
            case_id=case_id,
            text=given.text,
            document_ids=given.document_ids,
            ready_answer_id=given.ready_answer_id,
            is_note=given.is_note,
        )
        await write_about_case(work, operator, command)

    return await answer(request, take_in, write)


async def _read(work: UnitOfWork, operator: Operator, there: CaseConversation) -> None:
    if there.conversation is not None:
        await read_conversation(work, operator, ReadConversation(conversation_id=there.conversation.id))


async def _talked(work: UnitOfWork, operator: Operator, case_id: UUID) -> Talked:
    there = await case_conversation(work, operator, case_id)
    return Talked(
        name=there.name,
        title=sentence(FOLLOWED),
        back=f"/casi/{case_id}",
        path=f"/casi/{case_id}/conversazione",
        language=there.language,
        conversation=there.conversation,
        files=await documents_about(work, operator, there.person_id, there.ente_id),
    )

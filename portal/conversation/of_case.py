"""The conversation with the office that follows a person."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.casework.actions.conversation.take_in_case_file import TakeInCaseFile, take_in_case_file
from domain.casework.actions.conversation.write_about_case import WriteAboutCase, write_about_case
from domain.casework.queries.case_conversation import CaseConversation, case_conversation
from domain.correspondence.actions.conversations.read_conversation import ReadConversation, read_conversation
from domain.kernel.actor import Citizen
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from portal.conversation.page import Talked, conversation_page
from portal.conversation.sending import send
from web.access import CITIZEN
from web.forms import Form, show
from web.locale import language_code, sentence
from web.rendering import see_other
from web.work import CurrentCitizen, Work

PATH = "/area-personale/conversazioni"
FOLLOWED = _("Con l'ufficio che ti segue")
FOLLOWED_FOR = _("Con l'ufficio che segue %(name)s")


class CaseConversationController(Controller):
    """Messages with the office that follows the person, and room for one more."""

    path = f"{PATH}/{{case_id:uuid}}"

    @get("/", name="case.conversation", **CITIZEN)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, case_id: FromPath[UUID]
    ) -> Response[Any]:
        """The latest first."""
        there = await case_conversation(work, citizen, case_id)
        return await conversation_page(request, work, citizen, _talked(citizen, there), show())

    @post("/", name="case.conversation.create", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, case_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write to the office: what the office has written was read."""
        form = await _send(request, work, citizen, case_id)
        there = await case_conversation(work, citizen, case_id)
        if form.errors:
            return await conversation_page(request, work, citizen, _talked(citizen, there), form, status=422)
        await _read(work, citizen, there)
        return see_other(request, f"{PATH}/{case_id}?fatto=inviato")

    @post("/lettura", name="case.conversation.reading", **CITIZEN)
    async def update(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, case_id: FromPath[UUID]
    ) -> Response[Any]:
        """What the office has written counts as read."""
        await _read(work, citizen, await case_conversation(work, citizen, case_id))
        return see_other(request, f"{PATH}/{case_id}")


async def _send(request: Request[Any, Any, Any], work: UnitOfWork, citizen: Citizen, case_id: UUID) -> Form[Any]:
    async def take_in(content: bytes, file_name: str) -> UUID:
        command = TakeInCaseFile(case_id=case_id, content=content, file_name=file_name)
        return await take_in_case_file(work, citizen, command)

    async def write(text: str, documents: tuple[UUID, ...]) -> None:
        command = WriteAboutCase(case_id=case_id, text=text, document_ids=documents, typed_in=language_code())
        await write_about_case(work, citizen, command)

    return await send(request, take_in, write)


async def _read(work: UnitOfWork, citizen: Citizen, there: CaseConversation) -> None:
    if there.conversation is not None:
        await read_conversation(work, citizen, ReadConversation(conversation_id=there.conversation.id))


def title_of(citizen: Citizen, there: CaseConversation) -> str:
    """With whom the conversation is, in words."""
    if there.person_id == citizen.person_id:
        return sentence(FOLLOWED)
    return sentence(_(FOLLOWED_FOR.msgid, name=there.name))


def _talked(citizen: Citizen, there: CaseConversation) -> Talked:
    return Talked(
        title=title_of(citizen, there),
        back="/area-personale",
        path=f"{PATH}/{there.case_id}",
        office_id=there.office_id,
        office=there.office,
        language=there.language,
        conversation=there.conversation,
    )

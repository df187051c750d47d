"""The person answers one thing that the office has asked for; with the last one the term goes on by itself."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.intake.actions.examination.take_in_file import take_in_file
from domain.intake.model.application import Application
from domain.intake.permissions import may_handle
from domain.intake.queries.examination.integration_items import item_to_answer, open_items
from domain.intake.queries.own_applications import own_application
from domain.intake.refusals import NotUnderWay, NotYourPerson
from domain.intake.terms import ApplicationStatus, ItemKind
from domain.kernel.actor import Citizen
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.note_reply import NoteReply, note_reply
from domain.procedure.queries.proceeding_of import proceeding_of

UNDER_WAY = (ApplicationStatus.SUBMITTED, ApplicationStatus.IN_CHARGE)


class AnswerItem(BaseModel):
    """What is said, or the file that is sent, with its name; a document may be explained with words too.

    ``more_pages`` are photographs of the pages after the first.
    """

    application_id: UUID
    item_id: UUID
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)] = ""
    file_name: Annotated[str, StringConstraints(max_length=255)] = ""
    content: bytes = b""
    more_pages: tuple[bytes, ...] = ()


async def answer_item(work: UnitOfWork, citizen: Citizen, command: AnswerItem) -> bool:
    """Whether that was the last one, and the office goes on now.

    Refuses NotFound, NotYourPerson, NotUnderWay, ItemAnswered, TooManyAttachments, and Invalid under the id of the
    item when nothing is said, or the file cannot be taken.
    """
    application = await own_application(work, citizen, command.application_id, for_update=True)
    if not may_handle(citizen, application):
        raise NotYourPerson
    if application.status not in UNDER_WAY:
        raise NotUnderWay
    item = await item_to_answer(work, application, command.item_id)
    if item.kind is ItemKind.DOCUMENT and not command.content:
        raise Invalid({str(item.id): _("Scegli il file da mandare.")})
    if not (command.text or command.content):
        raise Invalid({str(item.id): _("Scrivi la risposta.")})
    document_id = await _file(work, citizen, application, item.question, item.label, command)
    item.reply(command.text, document_id, work.now)
    await work.session.flush()  # the count that follows sees it
    if item.passage_id is None or await open_items(work, application, item.passage_id):
        return False
    return await _go_on(work, citizen, application.id, item.passage_id)


async def _file(
    work: UnitOfWork, citizen: Citizen, application: Application, question: str | None, label: str, command: AnswerItem
) -> UUID | None:
    if not command.content:
        return None
    try:
        first = (command.file_name or "documento", command.content)
        return await take_in_file(work, citizen, application, question, label, first, command.more_pages)
    except Invalid as refused:
        raise Invalid({str(command.item_id): next(iter(refused.fields.values()))}) from refused


async def _go_on(work: UnitOfWork, citizen: Citizen, application_id: UUID, passage_id: UUID) -> bool:
    """Only an answer to what is waited for now moves the proceeding: a late one is kept, and moves nothing."""
    try:
        found = await proceeding_of(work, citizen, application_id)
    except NotFound:
        return False
    if not found.history or found.history[0].id != passage_id:
        return False
    return await note_reply(work, citizen, NoteReply(subject_id=application_id)) is not None

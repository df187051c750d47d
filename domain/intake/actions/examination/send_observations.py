"""The person answers the notice that the reply may be no (L. 241/1990 art. 10-bis)."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.intake.actions.examination.take_in_file import take_in_file
from domain.intake.model.integration import IntegrationItem
from domain.intake.permissions import may_handle
from domain.intake.queries.examination.ways_of_citizen import may_observe
from domain.intake.queries.own_applications import own_application
from domain.intake.refusals import NotUnderWay, NotYourPerson
from domain.intake.terms import ItemKind
from domain.kernel.actor import Citizen
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.language import say
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.note_reply import NoteReply, note_reply
from domain.procedure.queries.proceeding_of import proceeding_of

MOST_FILES = 5
OBSERVATIONS = _("Osservazioni sull'avviso")


class SendObservations(BaseModel):
    """The text, and files with their names."""

    application_id: UUID
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000)] = ""
    files: tuple[tuple[str, bytes], ...] = Field(default=(), max_length=MOST_FILES)


async def send_observations(work: UnitOfWork, citizen: Citizen, command: SendObservations) -> None:
    """Kept with the application; where the procedure waits for them it goes on.

    Refuses NotFound, NotYourPerson, NotUnderWay when there is no notice to answer, TooManyAttachments, Invalid under
    ``text`` when there is nothing, under ``files`` when one cannot be taken.
    """
    application = await own_application(work, citizen, command.application_id, for_update=True)
    if not may_handle(citizen, application):
        raise NotYourPerson
    found = await proceeding_of(work, citizen, application.id)
    if not may_observe(found):
        raise NotUnderWay
    if not (command.text or command.files):
        raise Invalid({"text": _("Scrivi le tue osservazioni, oppure scegli un file.")})
    kept = {
        "ente_id": application.ente_id,
        "application_id": application.id,
        "person_id": application.beneficiary_id,
        "passage_id": found.history[0].id,
        "kind": ItemKind.OBSERVATION,
        "label": say(OBSERVATIONS, SOURCE.code),
        "asked_at": work.now,
        "answered_at": work.now,
    }
    if command.text:
        work.session.add(IntegrationItem(**kept, answer=command.text))
    for file in command.files:
        try:
            document_id = await take_in_file(work, citizen, application, None, kept["label"], file)
        except Invalid as refused:
            raise Invalid({"files": next(iter(refused.fields.values()))}) from refused
        work.session.add(IntegrationItem(**kept, document_id=document_id))
    await note_reply(work, citizen, NoteReply(subject_id=application.id))

"""All that goes into the printed file of an application, gathered through the doors of who prints it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.correspondence.queries.conversations.conversation import MessageRow, messages_of
from domain.documents.queries.documents_by_id import DocumentRow, documents_by_id
from domain.documents.queries.protocollo_of import protocollo_of
from domain.intake.queries.application_sheet import ApplicationSheet, application_sheet
from domain.intake.queries.bandi.scores_of import ScoreSheet, application_score
from domain.intake.queries.checking.checklist import Checklist, checklist
from domain.intake.queries.conversation.application_conversation import application_conversation
from domain.intake.queries.examination.application_standing import application_standing
from domain.intake.queries.examination.integration_items import ItemRow, integration_items
from domain.intake.queries.examination.letters_of import LetterRow, letters_of
from domain.intake.rules.printing.paper_words import CODE
from domain.kernel.actor import Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.organization.queries.enti import EnteRow, ente
from domain.organization.queries.office_names import office_names
from domain.organization.queries.operators import operator_names
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.procedure.queries.proceeding_of import ProceedingSheet

MOST_MESSAGES = 200


@dataclass(frozen=True)
class PrintFacts:
    """What the operator may read of it. ``messages`` are the last 200, the earliest first; ``files`` by their ids."""

    sheet: ApplicationSheet
    registered_at: datetime | None
    ente: EnteRow
    printed_by: str
    office: str
    standing: ProceedingSheet | None
    checks: Checklist
    score: ScoreSheet | None
    items: Sequence[ItemRow]
    letters: Sequence[LetterRow]
    messages: Sequence[MessageRow]
    has_more_messages: bool
    files: Sequence[DocumentRow]


async def print_facts(work: UnitOfWork, operator: Operator, application_id: UUID) -> PrintFacts:
    """The facts; that they were printed is noted, beside the readings of each part. Refuses NotAllowed, NotFound."""
    sheet = await application_sheet(work, operator, application_id, language=CODE)
    work.note_reading(
        Reading(
            person_id=sheet.beneficiary_id,
            ente_id=sheet.ente_id,
            subject=ReadingSubject.APPLICATION_PRINT,
            subject_id=sheet.id,
            purpose=ReadingPurpose.APPLICATION_WORK,
        )
    )
    standing = await application_standing(work, operator, application_id)
    items = await integration_items(work, operator, application_id, language=CODE)
    letters = await letters_of(work, application_id)
    messages, has_more = await _messages(work, operator, application_id)
    number = await protocollo_of(work, application_id)
    offices = await office_names(work, [operator.office_id])
    return PrintFacts(
        sheet=sheet,
        registered_at=number.registered_at if number else None,
        ente=await ente(work, sheet.ente_id),
        printed_by=(await operator_names(work, [operator.operator_id])).get(operator.operator_id, ""),
        office=offices[operator.office_id].name if operator.office_id in offices else "",
        standing=standing,
        checks=await checklist(work, operator, application_id),
        score=await application_score(work, operator, application_id) if sheet.bando_id else None,
        items=items,
        letters=letters,
        messages=messages,
        has_more_messages=has_more,
        files=await _files(work, sheet, items, letters),
    )


async def _messages(work: UnitOfWork, operator: Operator, application_id: UUID) -> tuple[Sequence[MessageRow], bool]:
    about = await application_conversation(work, operator, application_id)
    if about.conversation is None:
        return (), False
    found: list[MessageRow] = []
    number = 1
    while True:
        page = await messages_of(work, operator, about.conversation.id, number)
        found += page.items
        if not page.has_next or len(found) >= MOST_MESSAGES:
            return found[:MOST_MESSAGES][::-1], page.has_next or len(found) > MOST_MESSAGES
        number += 1


async def _files(
    work: UnitOfWork, sheet: ApplicationSheet, items: Sequence[ItemRow], letters: Sequence[LetterRow]
) -> Sequence[DocumentRow]:
    """Each file once, the earliest first."""
    sent = [row.document_id for rows in sheet.attachments.values() for row in rows]
    asked = [one.document_id for one in items if one.document_id]
    own = [sheet.receipt_id] if sheet.receipt_id else []
    found = await documents_by_id(work, [*sent, *asked, *own, *(one.document_id for one in letters)])
    return sorted(found.values(), key=lambda one: one.created_at)

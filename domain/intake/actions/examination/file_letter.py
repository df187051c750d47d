"""Keep the letter of a step among the person's documents, and tell the person that it is there."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.terms.occasions import Occasion
from domain.documents.actions.file_act import FileAct, file_act
from domain.documents.terms import DocumentKind
from domain.intake.actions.file_receipt import ReceiptFile
from domain.intake.model.application import Application
from domain.intake.model.letter import PassageLetter
from domain.intake.permissions import visible_to
from domain.intake.rules.letter_words import letter_words
from domain.kernel.actor import System
from domain.kernel.text import _
from domain.platform.work import UnitOfWork

TENTH_DAY = _("il decimo giorno da quando ricevi l'avviso")
OWN_DAYS = frozenset({Occasion.INTEGRATION_REQUESTED, Occasion.REJECTION_ANNOUNCED})


class FileLetter(BaseModel):
    """The PDF, whose bytes are in the store, its number, and the person's last day to answer, if there is one."""

    application_id: UUID
    passage_id: UUID
    template: str
    protocollo: str
    answer_due_on: date | None = None
    file: ReceiptFile


async def file_letter(work: UnitOfWork, system: System, command: FileLetter) -> None:
    """Once for each step: the application is locked meanwhile. The message says nothing of what the letter says."""
    wanted = select(Application).where(col(Application.id) == command.application_id, visible_to(system))
    application = (await work.session.exec(wanted.with_for_update())).one()
    known = select(PassageLetter.id).where(col(PassageLetter.passage_id) == command.passage_id)
    if (await work.session.exec(known)).first() is not None:
        return
    whose: dict[str, Any] = {"ente_id": application.ente_id, "person_id": application.beneficiary_id}
    named: dict[str, Any] = {
        "file_name": f"lettera-{command.protocollo.replace('/', '-')}.pdf",
        "kind": DocumentKind.OTHER,
    }
    document = await file_act(work, FileAct(**whose, **named, **command.file.model_dump()))
    work.session.add(
        PassageLetter(
            **whose,
            application_id=application.id,
            passage_id=command.passage_id,
            template=command.template,
            document_id=document.id,
            protocollo=command.protocollo,
        )
    )
    occasion = letter_words(command.template).occasion
    by_when = command.answer_due_on.strftime("%d/%m/%Y") if command.answer_due_on else TENTH_DAY
    await send_letter(
        work,
        SendLetter(
            key=f"letter-of-step:{command.passage_id}",
            ente_id=application.ente_id,
            person_id=application.applicant_id,
            language=application.language,
            occasion=occasion,
            tags={"entro": by_when} if occasion in OWN_DAYS else {},
            path=f"/domande/{application.id}",
        ),
    )

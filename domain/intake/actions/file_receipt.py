"""Keep the receipt of an application and send it to who applied."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.documents.actions.file_act import FileAct, file_act
from domain.documents.terms import DocumentKind
from domain.intake.model.application import Application
from domain.intake.permissions import visible_to
from domain.kernel.actor import System
from domain.kernel.text import _
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

SUBJECT = _("C'è una novità sulla tua domanda")


class FileReceipt(BaseModel):
    """A receipt whose bytes are in the store, at ``address``."""

    application_id: UUID
    title: str
    protocollo: str
    address: str
    size: int
    sha256: str


async def file_receipt(work: UnitOfWork, system: System, command: FileReceipt) -> None:
    """Write down the receipt and the letter that carries it, once: the application is locked meanwhile."""
    wanted = select(Application).where(col(Application.id) == command.application_id, visible_to(system))
    application = (await work.session.exec(wanted.with_for_update())).one()
    if application.receipt_id is not None:
        return
    document = await file_act(
        work,
        FileAct(
            ente_id=application.ente_id,
            person_id=application.beneficiary_id,
            kind=DocumentKind.RECEIPT,
            title=command.title,
            file_name=f"ricevuta-{command.protocollo.replace('/', '-')}.pdf",
            address=command.address,
            size=command.size,
            sha256=command.sha256,
        ),
    )
    application.receipt_id = document.id
    await send_letter(
        work,
        SendLetter(
            key=f"application-registered:{application.id}",
            ente_id=application.ente_id,
            person_id=application.applicant_id,
            language=application.language,
            subject=SUBJECT,
            paragraphs=(
                _("Abbiamo ricevuto la tua domanda. La ricevuta è allegata a questo messaggio."),
                _("Per vedere a che punto è la domanda, entra qui: %(address)s", address=settings().portal_url),
                _("Questo messaggio parte da solo: non rispondere a questo indirizzo."),
            ),
            document_id=document.id,
        ),
    )

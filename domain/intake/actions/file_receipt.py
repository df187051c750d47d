"""Keep the receipt of an application and send it to who applied."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.terms.occasions import Occasion
from domain.documents.actions.file_act import FileAct, file_act
from domain.documents.terms import DocumentKind
from domain.intake.model.application import Application
from domain.intake.permissions import visible_to
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


class ReceiptFile(BaseModel):
    """A PDF whose bytes are in the store, at ``address``."""

    title: str
    address: str
    size: int
    sha256: str


class FileReceipt(BaseModel):
    """The whole receipt, for the fascicolo; the short one, without the answers, for the post."""

    application_id: UUID
    protocollo: str
    whole: ReceiptFile
    short: ReceiptFile


async def file_receipt(work: UnitOfWork, system: System, command: FileReceipt) -> None:
    """Write down the receipt and the letter that carries the short one, once: the application is locked meanwhile.

    The answers tell of health and need: they never leave by e-mail.
    """
    wanted = select(Application).where(col(Application.id) == command.application_id, visible_to(system))
    application = (await work.session.exec(wanted.with_for_update())).one()
    if application.receipt_id is not None:
        return
    number = command.protocollo.replace("/", "-")
    enclosed = await _filed(work, application, command.short, f"ricevuta-breve-{number}.pdf", is_copy=True)
    application.receipt_id = await _filed(work, application, command.whole, f"ricevuta-{number}.pdf")
    if application.title is not None and application.title.is_delegated:
        await _tell_delegator(work, application)
    await send_letter(
        work,
        SendLetter(
            key=f"application-registered:{application.id}",
            ente_id=application.ente_id,
            person_id=application.applicant_id,
            language=application.language,
            occasion=Occasion.APPLICATION_RECEIVED,
            path="/area-personale",
            document_id=enclosed,
        ),
    )


async def _tell_delegator(work: UnitOfWork, application: Application) -> None:
    """Who gets the help reads that somebody has applied for them, by name."""
    helped = (await names(work, [application.beneficiary_id]))[application.beneficiary_id]
    delegated = SendLetter(
        key=f"application-delegated:{application.id}",
        ente_id=application.ente_id,
        person_id=application.beneficiary_id,
        language=helped.language,
        occasion=Occasion.APPLICATION_BY_DELEGATE,
        tags={"chi": application.acting_name or ""},
        path="/area-personale",
    )
    await send_letter(work, delegated)


async def _filed(
    work: UnitOfWork, application: Application, command: ReceiptFile, file_name: str, *, is_copy: bool = False
) -> UUID:
    facts = command.model_dump() | {"file_name": file_name, "kind": DocumentKind.RECEIPT, "is_copy": is_copy}
    act = FileAct(ente_id=application.ente_id, person_id=application.beneficiary_id, **facts)
    return (await file_act(work, act)).id

"""Keep an attestation that was drawn up among the documents of the person."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.documents.actions.file_act import FileAct, file_act
from domain.documents.terms import DocumentKind
from domain.intake.actions.file_receipt import ReceiptFile
from domain.intake.model.attestation import Attestation
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class FileAttestation(BaseModel):
    """Which one, its number if it has one, and the PDF, whose bytes are in the store."""

    attestation_id: UUID
    protocollo: str
    file: ReceiptFile


async def file_attestation(work: UnitOfWork, system: System, command: FileAttestation) -> None:
    """Once: the row is locked meanwhile. From now on its code is known to who checks it."""
    wanted = select(Attestation).where(col(Attestation.id) == command.attestation_id).with_for_update()
    one = (await work.session.exec(wanted)).one()
    if one.document_id is not None:
        return
    act = FileAct(
        ente_id=one.ente_id,
        person_id=one.person_id,
        kind=DocumentKind.OTHER,
        file_name=f"attestazione-{one.code}.pdf",
        **command.file.model_dump(),
    )
    one.document_id, one.protocollo = (await file_act(work, act)).id, command.protocollo

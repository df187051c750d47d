"""Who is asked to sign is told, if we know them; who has asked is told of a refusal."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.intake.model.application import Application
from domain.intake.model.signature import Signature
from domain.intake.queries.signature_rows import open_signatures
from domain.kernel.actor import System
from domain.kernel.text import _
from domain.organization.queries.enti import family_of
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_by_codice_fiscale import person_by_codice_fiscale

SUBJECT = _("C'è una domanda da firmare")
TO_SIGN = (
    _("Una persona ti chiede di firmare con lei una domanda ai servizi sociali."),
    _("Entra nel sito e apri la pagina «Da firmare». Puoi anche dire di no."),
)
REFUSED = (
    _("Una persona non ha firmato la tua domanda."),
    _("Leggi il motivo nella tua area personale, nella pagina della domanda."),
)


class TellOfSignatures(BaseModel):
    """Of which draft; ``refused_id`` is a signature that was refused, ``reminder`` the number of a reminder."""

    application_id: UUID
    refused_id: UUID | None = None
    reminder: Annotated[int, Field(ge=0)] = 0


async def tell_of_signatures(work: UnitOfWork, system: System, command: TellOfSignatures) -> None:
    """One message for each thing that happens. Nothing names the service, the people or the application.

    Who has asked learns from nothing whether the others are known to us, and got a message.
    """
    application = await work.session.get(Application, command.application_id)
    if application is None or not application.is_draft:
        return
    if command.refused_id is not None:
        await _of_refusal(work, application, command.refused_id)
        return
    ambito_id = (await family_of(work, application.ente_id))[0]
    for signature in await open_signatures(work, application.id):
        if signature.signed_at is None and signature.refused_at is None:
            await _to_sign(work, signature, ambito_id, command.reminder)


async def _to_sign(work: UnitOfWork, signature: Signature, ambito_id: UUID, reminder: int) -> None:
    signer = await person_by_codice_fiscale(work, ambito_id, signature.codice_fiscale)
    if signer is None:
        return
    told = SendLetter(
        key=f"to-sign:{signature.id}:{signature.asked_at.isoformat()}:{reminder}",
        ente_id=signature.ente_id,
        person_id=signer.id,
        language=signer.language,
        subject=SUBJECT,
        paragraphs=TO_SIGN,
        path="/firme",
    )
    await send_letter(work, told)


async def _of_refusal(work: UnitOfWork, application: Application, signature_id: UUID) -> None:
    wanted = select(Signature.refused_at).where(col(Signature.id) == signature_id)
    refused_at = (await work.session.exec(wanted)).one_or_none()
    if refused_at is None:
        return
    told = SendLetter(
        key=f"signature-refused:{signature_id}:{refused_at.isoformat()}",
        ente_id=application.ente_id,
        person_id=application.applicant_id,
        language=application.language,
        subject=_("Una firma non è arrivata"),
        paragraphs=REFUSED,
        path="/domande",
    )
    await send_letter(work, told)

"""The signatures of an application that came through a door: what has become of each, and whose are missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import FormDefinition, Localised
from domain.intake.model.application import Application
from domain.intake.model.signature import Signature
from domain.intake.queries.attachments_of import attachments_of
from domain.intake.rules.drafts.signing import Signer, is_signed_by_others, signed_by, signed_digest, signers
from domain.intake.terms import SignatureState, SignatureWay
from domain.kernel.clock import day_of
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


@dataclass(frozen=True)
class SignatureRow:
    """A signature that the form wants. ``id`` None: it was not asked yet.

    ``name`` is known only once the person has signed. ``reason`` is why somebody does not sign.
    """

    id: UUID | None
    field: str
    label: Localised
    codice_fiscale: str
    state: SignatureState = SignatureState.WAITING
    name: str = ""
    at: datetime | None = None
    way: SignatureWay | None = None
    reason: str = ""


async def signature_rows(work: UnitOfWork, application: Application, form: FormDefinition) -> tuple[SignatureRow, ...]:
    """One row for each person whom the answers name, in the order of the form; none where nobody else signs."""
    if not is_signed_by_others(form):
        return ()
    applicant = (await names(work, [application.applicant_id])).get(application.applicant_id)
    wanted = signers(form, application.answers, but=applicant.codice_fiscale if applicant else None)
    asked = {one.codice_fiscale: one for one in await open_signatures(work, application.id)} if wanted else {}
    digest = await digest_of(work, application, form) if asked else ""
    return tuple(_row(one, asked.get(one.codice_fiscale), digest) for one in wanted)


async def unsigned(work: UnitOfWork, application: Application, form: FormDefinition) -> tuple[SignatureRow, ...]:
    """Those that are missing before the application can be sent."""
    found = await signature_rows(work, application, form)
    return tuple(one for one in found if one.state is not SignatureState.SIGNED)


async def open_signatures(work: UnitOfWork, application_id: UUID, *, for_update: bool = False) -> Sequence[Signature]:
    """Those that are asked now, the first asked first."""
    wanted = (
        select(Signature)
        .where(col(Signature.application_id) == application_id, col(Signature.closed_at).is_(None))
        .order_by(col(Signature.created_at), col(Signature.id))
    )
    return (await work.session.exec(wanted.with_for_update() if for_update else wanted)).all()


async def signed_words(work: UnitOfWork, application_id: UUID, language: str) -> tuple[Text, ...]:
    """Who has signed an application that was sent, how and on which day: for receipts and for the office."""
    given = [one for one in await open_signatures(work, application_id) if one.signed_at is not None]
    return tuple(signed_by(one.signer_name, one.way, day_of(one.signed_at), language) for one in given if one.signed_at)


async def digest_of(work: UnitOfWork, application: Application, form: FormDefinition) -> str:
    """What a signature given now stands for; empty while an answer is wrong."""
    sent = await attachments_of(work, application)
    files = [(one.field, one.sha256) for rows in sent.values() for one in rows]
    return signed_digest(application.service_version_id, form, application.answers, files)


def state_of(signature: Signature, digest: str) -> SignatureState:
    """What has become of it, where the application is what ``digest`` stands for."""
    if signature.refused_at is not None:
        return SignatureState.REFUSED
    if signature.signed_at is None:
        return SignatureState.WAITING
    return SignatureState.SIGNED if signature.digest == digest else SignatureState.CHANGED


def _row(signer: Signer, asked: Signature | None, digest: str) -> SignatureRow:
    if asked is None:
        return SignatureRow(None, signer.field.key, signer.field.label, signer.codice_fiscale)
    return SignatureRow(
        id=asked.id,
        field=signer.field.key,
        label=signer.field.label,
        codice_fiscale=signer.codice_fiscale,
        state=state_of(asked, digest),
        name=asked.signer_name,
        at=asked.signed_at or asked.refused_at,
        way=asked.way,
        reason=asked.reason,
    )

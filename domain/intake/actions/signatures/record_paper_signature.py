"""The desk records a signature that somebody has put on paper."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from domain.access.terms import IdentityDocument
from domain.catalogue.queries.form_of import form_of
from domain.documents.actions import attach_document as take_in
from domain.documents.terms import DocumentKind
from domain.intake.events import SignatureGiven
from domain.intake.model.application import Application
from domain.intake.queries.own_draft import own_draft
from domain.intake.queries.signature_rows import digest_of, open_signatures
from domain.intake.refusals import SignedTextChanged
from domain.intake.rules.recognition import document_problems
from domain.intake.terms import Recognition, SignatureWay
from domain.kernel.actor import Operator
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import _
from domain.platform.language import say
from domain.platform.work import UnitOfWork


class RecordPaperSignature(BaseModel):
    """Who has signed, how the operator is sure of it, and the paper: ``content`` is the signed sheet."""

    application_id: UUID
    signature_id: UUID
    signer_name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=200)]
    recognition: Recognition
    document_kind: IdentityDocument | None = None
    document_number: Annotated[str, AfterValidator(str.strip), Field(max_length=100)] = ""
    document_expires_on: date | None = None
    content: bytes = b""
    file_name: str = ""


async def record_paper_signature(work: UnitOfWork, operator: Operator, command: RecordPaperSignature) -> None:
    """It counts like one given online, for what the application says now (DPR 445/2000 art. 38).

    Refuses NotAllowed, NotFound, AlreadySubmitted, Invalid for a recognition that does not hold or without the sheet,
    and SignedTextChanged while the application cannot be signed.
    """
    draft = await own_draft(work, operator, command.application_id)
    asked = await open_signatures(work, draft.id, for_update=True)
    signature = next((one for one in asked if one.id == command.signature_id), None)
    if signature is None:
        raise NotFound
    is_document = command.recognition is Recognition.DOCUMENT
    problems = document_problems(command, work.today) if is_document else {}
    if not command.content:
        problems["file"] = _("Carica il foglio firmato.")
    if problems:
        raise Invalid(problems)
    digest = await digest_of(work, draft, await form_of(work, draft.service_version_id))
    if not digest:
        raise SignedTextChanged
    signature.document_id = await _sheet(work, operator, draft, command)
    signature.operator_id, signature.recognition = operator.operator_id, command.recognition
    if is_document:
        signature.document_kind = command.document_kind
        signature.document_number, signature.document_expires_on = command.document_number, command.document_expires_on
    signature.sign(command.signer_name, SignatureWay.PAPER, digest, work.now)
    await work.record(SignatureGiven(ente_id=draft.ente_id, application_id=draft.id, signature_id=signature.id))


async def _sheet(work: UnitOfWork, operator: Operator, draft: Application, command: RecordPaperSignature) -> UUID:
    sheet = take_in.AttachDocument(
        ente_id=draft.ente_id,
        person_id=draft.beneficiary_id,
        kind=DocumentKind.OTHER,
        title=say(_("Foglio firmato"), SOURCE.code),
        file_name=command.file_name,
        content=command.content,
    )
    return (await take_in.attach_document(work, operator, sheet)).id

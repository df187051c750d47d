"""The fingerprint of what somebody sent: for the line of the protocollo (DPR 445/2000 art. 53)."""

import hashlib
import json
from uuid import UUID

from sqlmodel import col, select

from domain.documents.queries.documents_by_id import documents_by_id
from domain.intake.model.application import Application, Attachment
from domain.intake.permissions import visible_to
from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork


async def fingerprint(work: UnitOfWork, actor: Actor, application_id: UUID) -> str:
    """SHA-256, in hex, over the version of the form, the answers, and the files sent with them.

    ``actor`` is the program at work, or whoever may see the application.
    """
    wanted = select(Application).where(col(Application.id) == application_id, visible_to(actor))
    application = (await work.session.exec(wanted)).one()
    sent = select(Attachment).where(
        col(Attachment.application_id) == application_id, col(Attachment.created_at) <= application.submitted_at
    )
    attachments = (await work.session.exec(sent)).all()
    files = await documents_by_id(work, [one.document_id for one in attachments])
    content = {
        "application": str(application.id),
        "form": str(application.service_version_id),
        "answers": application.answers,
        "files": sorted((one.field, files[one.document_id].sha256) for one in attachments if one.document_id in files),
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

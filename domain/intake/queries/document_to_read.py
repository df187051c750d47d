"""The file that a citizen asks for: of the people represented, or of an application within a delegation."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.documents.queries.document_file import delegated_document_file, own_document_file
from domain.intake.model.application import Application, Attachment
from domain.intake.model.integration import IntegrationItem
from domain.intake.model.letter import PassageLetter
from domain.intake.permissions import title_in, visible_to
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ReadFile:
    """A file with its name and media type."""

    file_name: str
    media_type: str
    content: bytes


async def document_to_read(work: UnitOfWork, citizen: Citizen, document_id: UUID) -> ReadFile:
    """The file. A delegate gets what belongs to an application in scope; the reading is noted.

    That is what was sent with it, and later when the office asked, its receipt and its letters.

    Refuses NotFound, also for another's document: the attempt is noted.
    """
    is_delegated = bool(citizen.mandates) and await _is_delegated(work, citizen, document_id)
    give = delegated_document_file if is_delegated else own_document_file
    document, content = await give(work, citizen, document_id)
    return ReadFile(document.file_name, document.media_type, content)


async def _is_delegated(work: UnitOfWork, citizen: Citizen, document_id: UUID) -> bool:
    belongs = [
        col(Application.id).in_(select(table.application_id).where(col(table.document_id) == document_id))
        for table in (Attachment, IntegrationItem, PassageLetter)
    ]
    wanted = select(Application).where(
        visible_to(citizen), sa.or_(col(Application.receipt_id) == document_id, *belongs)
    )
    titles = [title_in(citizen, one) for one in (await work.session.exec(wanted)).all()]
    return any(title is not None and title.is_delegated for title in titles)

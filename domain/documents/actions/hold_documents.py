"""A document comes into a person's file: from now on it may be used again."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.queries.kind_rules import validities
from domain.documents.rules.validity import presumed_end
from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork


class HoldDocuments(BaseModel):
    """Which documents of an ente, each with its last day as the person said it; None when nobody said."""

    ente_id: UUID
    documents: dict[UUID, date | None]


async def hold_documents(work: UnitOfWork, actor: Actor, command: HoldDocuments) -> None:
    """Write down since when they are held and until when they count.

    Where nobody said the last day, it is the one that the kind presumes, if any; a day known before stays. The caller
    has made sure that ``actor`` sends them; row-level security refuses others' documents.
    """
    if not command.documents:
        return
    kinds = await validities(work, command.ente_id)
    wanted = select(Document).where(col(Document.id).in_(command.documents), col(Document.removed_at).is_(None))
    for document in (await work.session.exec(wanted)).all():
        said = command.documents[document.id]
        document.expires_on = said or document.expires_on or presumed_end(kinds[document.kind], work.today)
        document.held_at = document.held_at or work.now

"""The documents of a person's file that may answer a question again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.documents.model.document import Document
from domain.documents.permissions import not_annulled
from domain.documents.queries.kind_rules import validities
from domain.documents.rules.validity import may_stand_for, standing
from domain.documents.terms import DocumentKind, Standing
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork

MOST = 50


@dataclass(frozen=True)
class HeldDocument:
    """A document of the file: since when it is there, until when it counts, and whether it does today."""

    id: UUID
    kind: DocumentKind
    file_name: str
    held_since: datetime
    expires_on: date | None
    standing: Standing

    @property
    def is_usable(self) -> bool:
        """Whether it may be used again."""
        return self.standing is not Standing.EXPIRED


async def held_documents(
    work: UnitOfWork, actor: Citizen | Operator, person_id: UUID, ente_id: UUID, asked: Collection[DocumentKind]
) -> dict[DocumentKind, Sequence[HeldDocument]]:
    """For each kind that is ``asked``, what the file holds for it: the usable first, the newest first, at most 50.

    The caller has made sure that ``actor`` may ask something for the person; PostgreSQL shows a delegate only what
    belongs to matters in scope. Only what the ente itself keeps: its office could not open another's.
    """
    kinds = {kind for one in asked for kind in may_stand_for(one)}
    if not kinds:
        return {}
    wanted = select(Document).where(
        col(Document.person_id) == person_id,
        col(Document.ente_id) == ente_id,
        col(Document.kind).in_(kinds),
        col(Document.held_at).is_not(None),
        col(Document.removed_at).is_(None),
        not_annulled(),
    )
    newest = wanted.order_by(col(Document.held_at).desc(), col(Document.id)).limit(MOST)
    found = (await work.session.exec(newest)).all()
    if not found:
        return {}
    rules = await validities(work, ente_id)
    rows = [
        HeldDocument(
            one.id,
            one.kind,
            one.file_name,
            one.held_at,
            one.expires_on,
            standing(rules[one.kind], one.expires_on, work.today),
        )
        for one in found
        if one.held_at is not None
    ]
    rows.sort(key=lambda row: not row.is_usable)
    return {kind: [row for row in rows if row.kind in may_stand_for(kind)] for kind in asked}

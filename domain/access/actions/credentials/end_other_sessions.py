"""Ends an operator's sessions when a credential changed: who came in with the old one has to come again."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.access.model.session import Session
from domain.access.terms import SessionEnd
from domain.platform.work import UnitOfWork


async def end_other_sessions(work: UnitOfWork, operator_id: UUID, session_id: UUID | None = None) -> None:
    """All the operator's sessions end, but ``session_id``. For the System: nobody else sees sessions."""
    ending = sa.update(Session).where(col(Session.operator_id) == operator_id, col(Session.ended_at).is_(None))
    if session_id is not None:
        ending = ending.where(col(Session.id) != session_id)
    await work.session.exec(ending.values(ended_at=work.now, end_reason=SessionEnd.REVOKED))

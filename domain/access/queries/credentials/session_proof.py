"""Whether who is in a session has just proved again who they are, and by which way they came."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.access.model.session import Session
from domain.access.terms import Way
from domain.platform.work import UnitOfWork

FRESH_FOR = timedelta(minutes=5)


@dataclass(frozen=True)
class SessionOrigin:
    """By which way somebody came in, and which provider vouched for them, if any did."""

    way: Way
    issuer: str


async def is_proved_again(work: UnitOfWork, session_id: UUID) -> bool:
    """Whether the session was proved after its beginning, and within five minutes. For the System."""
    wanted = select(Session).where(col(Session.id) == session_id, col(Session.ended_at).is_(None))
    session = (await work.session.exec(wanted)).one_or_none()
    if session is None:
        return False
    return session.proved_at > session.created_at and work.now - session.proved_at < FRESH_FOR


async def session_origin(work: UnitOfWork, session_id: UUID) -> SessionOrigin:
    """How the session began. For the System."""
    session = await work.session.get_one(Session, session_id)
    return SessionOrigin(session.way, session.issuer)

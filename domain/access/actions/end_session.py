"""Ends a session: at sign-out, or when another takes its place."""

from uuid import UUID

from domain.access.gateways.provider_sessions import access_token_of
from domain.access.model.session import Session
from domain.access.terms import SessionEnd
from domain.platform.work import UnitOfWork

REVOCATION = "revoke_access_token"
"""The job that tells the provider, afterwards: the session ends at once, whether the provider answers or not."""


async def end_session(work: UnitOfWork, session_id: UUID, reason: SessionEnd) -> None:
    """The session opens nothing any more. Ending it twice is harmless."""
    session = await work.session.get(Session, session_id, with_for_update=True)
    if session is not None and session.ended_at is None:
        session.ended_at, session.end_reason = work.now, reason
        if access_token_of(session.provider_session):
            await work.defer(REVOCATION, str(session.id))

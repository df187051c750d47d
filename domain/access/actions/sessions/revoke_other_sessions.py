"""Somebody ends all sessions of their own but the one they are in."""

from uuid import UUID

from sqlmodel import col, select

from domain.access.actions.sessions.revoke_session import revoke_session
from domain.access.model.session import Session
from domain.access.queries.sessions.own_sessions import living
from domain.kernel.actor import Citizen, Operator
from domain.platform.work import UnitOfWork


async def revoke_other_sessions(work: UnitOfWork, owner: Citizen | Operator, session_id: UUID) -> int:
    """End all but ``session_id``; say how many. For the System."""
    wanted = select(Session.id).where(*living(work, owner), col(Session.id) != session_id)
    others = (await work.session.exec(wanted)).all()
    for one in others:
        await revoke_session(work, owner, one)
    return len(others)

"""Somebody ends a session of their own, from another device: it opens nothing from the next click on."""

from uuid import UUID

from sqlmodel import col, select

from domain.access.actions.end_session import end_session
from domain.access.actions.sessions.note_sign_in import NoteSignIn, note_sign_in
from domain.access.model.session import Session
from domain.access.queries.sessions.own_sessions import living
from domain.access.terms import SessionEnd, SignInOutcome
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


async def revoke_session(work: UnitOfWork, owner: Citizen | Operator, session_id: UUID) -> None:
    """End one. Refuses NotFound for another's, or one that has ended. For the System."""
    wanted = select(Session).where(*living(work, owner), col(Session.id) == session_id)
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    await end_session(work, found.id, SessionEnd.REVOKED)
    if isinstance(owner, Operator):
        facts = {"ente_id": found.ente_id, "operator_id": owner.operator_id, "office_id": found.office_id}
        device = {"way": found.way, "device": found.device}
        await note_sign_in(work, NoteSignIn(outcome=SignInOutcome.REVOKED, **facts, **device))

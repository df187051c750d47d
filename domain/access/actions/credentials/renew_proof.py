"""A session in which somebody has just proved who they are: proved anew, under another token."""

from uuid import UUID

from sqlmodel import col, select

from domain.access.actions.sessions.note_sign_in import NoteSignIn, note_sign_in
from domain.access.model.session import Session
from domain.access.refusals import EntryOver
from domain.access.rules.secrets import fingerprint, new_token
from domain.access.terms import SignInOutcome
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


async def renew_proof(work: UnitOfWork, session_id: UUID, operator_id: UUID) -> str:
    """The session's new token, for the cookie: the one before opens nothing. Refuses EntryOver: the session has ended.

    For the System.
    """
    wanted = select(Session).where(
        col(Session.id) == session_id, col(Session.operator_id) == operator_id, col(Session.ended_at).is_(None)
    )
    session = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if session is None:
        raise EntryOver
    token = new_token()
    noted = NoteSignIn(
        outcome=SignInOutcome.PROVED_AGAIN,
        ente_id=session.ente_id,
        operator_id=operator_id,
        office_id=session.office_id,
        device=session.device,
    )
    await note_sign_in(work, noted)
    session.token_hash, session.proved_at = fingerprint(settings().secret, token), work.now
    return token

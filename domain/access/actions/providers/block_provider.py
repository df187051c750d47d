"""Shuts a provider out at once: it was broken into, or signs in people whom it should not."""

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.model.provider import IdentityProvider
from domain.access.model.session import Session, SignInRequest
from domain.access.terms import SessionEnd
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


async def block_provider(work: UnitOfWork, entity_id: str) -> int:
    """Nobody comes in by ``entity_id`` any more; who did is signed out. Says how many sessions ended. For the System.

    Sign-ins on their way end too, and no refresh of the registry undoes it. Refuses NotFound.
    """
    wanted = select(IdentityProvider).where(col(IdentityProvider.entity_id) == entity_id).with_for_update()
    rows = (await work.session.exec(wanted)).all()
    if not rows:
        raise NotFound
    for row in rows:
        row.is_blocked = True
    pending = sa.update(SignInRequest).where(
        col(SignInRequest.issuer) == entity_id, col(SignInRequest.used_at).is_(None)
    )
    await work.session.exec(pending.values(used_at=work.now))
    living = sa.update(Session).where(
        col(Session.issuer) == entity_id, col(Session.ended_at).is_(None), col(Session.expires_at) > work.now
    )
    ended = living.values(ended_at=work.now, end_reason=SessionEnd.REVOKED).returning(col(Session.id))
    return len((await work.session.exec(ended)).all())

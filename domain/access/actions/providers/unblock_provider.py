"""Lets a provider in again that was shut out."""

from sqlmodel import col, select

from domain.access.model.provider import IdentityProvider
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


async def unblock_provider(work: UnitOfWork, entity_id: str) -> None:
    """People may come in by ``entity_id`` again, as far as its federation allows. For the System. Refuses NotFound."""
    wanted = select(IdentityProvider).where(col(IdentityProvider.entity_id) == entity_id).with_for_update()
    rows = (await work.session.exec(wanted)).all()
    if not rows:
        raise NotFound
    for row in rows:
        row.is_blocked = False

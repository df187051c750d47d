"""Imports whose term is over, and files that no other import names."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.legacy.model.archive_import import ArchiveImport
from domain.legacy.terms import ImportStage
from domain.platform.work import UnitOfWork

AT_ONCE = 50
RUNNING = tuple(one for one in ImportStage if one.is_running)


async def expired_imports(work: UnitOfWork, system: System) -> Sequence[tuple[UUID, str | None]]:
    """Some of those whose term is over and on which nobody works; with the address of a file only they name."""
    over = sa.and_(col(ArchiveImport.removed_at).is_(None), col(ArchiveImport.expires_on) < work.today)
    wanted = select(ArchiveImport.id, ArchiveImport.file_address).where(over, col(ArchiveImport.stage).not_in(RUNNING))
    found = (await work.session.exec(wanted.order_by(col(ArchiveImport.expires_on)).limit(AT_ONCE))).all()
    named = select(ArchiveImport.file_address).where(
        col(ArchiveImport.file_address).in_([address for _id, address in found if address]),
        col(ArchiveImport.id).not_in([import_id for import_id, _address in found]),
    )
    others = set((await work.session.exec(named)).all())
    return [(import_id, None if address in others else address) for import_id, address in found]

"""How far an operator half-way in has come."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.access.model.entry import OperatorEntry
from domain.access.refusals import EntryOver
from domain.access.rules.secrets import fingerprint
from domain.access.terms import EntryStep, Way
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class EntryRow:
    """An entry and its next step."""

    entry_id: UUID
    operator_id: UUID
    ente_id: UUID
    link_id: UUID | None
    way: Way
    step: EntryStep
    return_path: str


async def operator_entry(work: UnitOfWork, token: str) -> EntryRow:
    """The entry of ``token``. Refuses EntryOver."""
    found = await entry_row(work, token, is_locked=False)
    return EntryRow(found.id, found.operator_id, found.ente_id, found.link_id, found.way, found.step, found.return_path)


async def entry_row(work: UnitOfWork, token: str, *, is_locked: bool = True) -> OperatorEntry:
    """The row itself, locked for a change. Refuses EntryOver."""
    wanted = select(OperatorEntry).where(
        col(OperatorEntry.token_hash) == fingerprint(settings().secret, token),
        col(OperatorEntry.ended_at).is_(None),
        col(OperatorEntry.expires_at) > work.now,
    )
    found = (await work.session.exec(wanted.with_for_update() if is_locked else wanted)).one_or_none()
    if found is None:
        raise EntryOver
    return found

"""Records that an archive has named before: which of them may be written on, and who they are."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person


@dataclass(frozen=True)
class OpenRecord:
    """The record that counts, and its code."""

    person_id: UUID
    codice_fiscale: str | None


async def open_records(
    work: UnitOfWork, system: System, ente_id: UUID, ids: Collection[UUID]
) -> dict[UUID, OpenRecord]:
    """For each of ``ids``, the record of the ente that counts; protected ones are left out. Two questions."""
    if not ids:
        return {}
    counting = sa.func.coalesce(col(Person.same_as_id), col(Person.id))
    leads = dict((await work.session.exec(select(Person.id, counting).where(col(Person.id).in_(ids)))).all())
    wanted = select(Person.id, Person.codice_fiscale).where(
        col(Person.id).in_(set(leads.values())), col(Person.ente_id) == ente_id, sa.not_(col(Person.is_protected))
    )
    known = {person_id: OpenRecord(person_id, code) for person_id, code in (await work.session.exec(wanted)).all()}
    return {asked: known[leading] for asked, leading in leads.items() if leading in known}

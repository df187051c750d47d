"""Of whom the civil registry is still to be asked: for the nightly job."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person
from domain.registry.model.watch import CivilCheck, Watch


@dataclass(frozen=True)
class WatchedPerson:
    """Somebody to ask about; ``practice`` is the number of what is open for them."""

    person_id: UUID
    ente_id: UUID
    codice_fiscale: str
    practice: str


async def watched(
    work: UnitOfWork, day: date, *, after: UUID | None = None, most: int | None = None
) -> Sequence[WatchedPerson]:
    """The watched people who have not been looked up on ``day`` or later, in the order of their ids after ``after``.

    People without a codice fiscale, and records kept only for their history, are left out. Only the program may ask:
    refuses NotAllowed to anybody else.
    """
    if not isinstance(work.actor, System):
        raise NotAllowed
    looked_up = select(CivilCheck.id).where(
        col(CivilCheck.person_id) == col(Person.id), col(CivilCheck.checked_on) >= day
    )
    wanted = (
        select(Person.id, Person.ente_id, Person.codice_fiscale, sa.func.min(sa.cast(Watch.subject_id, sa.Text)))
        .join(Watch, col(Watch.person_id) == col(Person.id))
        .where(col(Watch.ended_at).is_(None), col(Person.codice_fiscale).is_not(None))
        .where(col(Person.same_as_id).is_(None), ~sa.exists(looked_up))
        .group_by(col(Person.id), col(Person.ente_id), col(Person.codice_fiscale))
        .order_by(col(Person.id))
    )
    if after is not None:
        wanted = wanted.where(col(Person.id) > after)
    found = (await work.session.exec(wanted.limit(most) if most else wanted)).all()
    return [WatchedPerson(person_id, ente_id, code or "", practice) for person_id, ente_id, code, practice in found]

"""A citizen asks for a copy of all that is kept about a person (GDPR art. 15 and 20)."""

from datetime import timedelta
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.platform.locks import hold
from domain.platform.work import UnitOfWork
from domain.privacy.events import CopyAsked
from domain.privacy.model.personal_copy import PersonalCopy
from domain.privacy.permissions import may_ask_copy
from domain.privacy.queries.copies.copy_parts import COPY_PARTS
from domain.privacy.refusals import AskTheOffice, CopyUnderWay, TooManyCopies
from domain.privacy.terms import CopyStatus
from domain.registry.queries.people import person

MOST_IN_A_DAY = 3
GIVEN_UP_AFTER = timedelta(hours=6)
DAY = timedelta(days=1)


class AskCopy(BaseModel):
    """About whom: oneself, or somebody for whom one acts as a parent or guardian."""

    person_id: UUID


async def ask_copy(work: UnitOfWork, citizen: Citizen, command: AskCopy) -> UUID:
    """The copy is prepared by a job; its id. That it was asked stays written.

    Refuses NotFound; AskTheOffice for who acts by another title, and for a represented person under protection, whose
    whereabouts nobody learns here; CopyUnderWay while one is prepared; TooManyCopies after three in a day.
    """
    if command.person_id not in citizen.people:
        raise NotFound
    known = await person(work, citizen, command.person_id)
    if not may_ask_copy(citizen, known.id) or (known.is_protected and known.id != citizen.person_id):
        raise AskTheOffice
    await hold(work, f"personal-copy:{citizen.person_id}:{known.id}")
    lately = await _lately(work, citizen, known.id)
    if any(one.status is CopyStatus.WAITING and work.now - one.created_at < GIVEN_UP_AFTER for one in lately):
        raise CopyUnderWay
    if len(lately) >= MOST_IN_A_DAY:
        raise TooManyCopies
    copy = PersonalCopy(
        ente_id=known.ente_id,
        person_id=known.id,
        asked_by_id=citizen.person_id,
        language=known.language,
        parts=len(COPY_PARTS),
        created_at=work.now,
    )
    work.session.add(copy)
    await work.record(
        CopyAsked(ente_id=known.ente_id, copy_id=copy.id, person_id=known.id, asked_by_id=citizen.person_id)
    )
    await work.defer("draw_up_copy", str(copy.id))
    return copy.id


async def _lately(work: UnitOfWork, citizen: Citizen, person_id: UUID) -> list[PersonalCopy]:
    wanted = select(PersonalCopy).where(
        col(PersonalCopy.asked_by_id) == citizen.person_id,
        col(PersonalCopy.person_id) == person_id,
        col(PersonalCopy.created_at) > work.now - DAY,
    )
    return list((await work.session.exec(wanted.limit(MOST_IN_A_DAY + 1))).all())

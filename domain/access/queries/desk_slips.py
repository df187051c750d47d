"""The slip that the desk prints after a recognition."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.access.model.desk import CodeContact, Identification
from domain.access.refusals import SlipOver
from domain.access.rules.one_time_codes import grouped, number_of
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.queries.names import names
from domain.registry.terms import ContactKind


@dataclass(frozen=True)
class DeskSlip:
    """For whom, in which language, the number, and until when it must be used. Contacts are not on it."""

    person_id: UUID
    full_name: str
    language: str
    number: str = field(repr=False)
    kinds: tuple[ContactKind, ...]
    ends_at: datetime


async def desk_slip(work: UnitOfWork, operator: Operator, identification_id: UUID) -> DeskSlip:
    """The slip of a recognition, for the office that made it. Refuses NotFound; SlipOver once it was used or is old."""
    wanted = select(Identification).where(
        col(Identification.id) == identification_id,
        col(Identification.ente_id).in_(operator.enti),
        col(Identification.office_id) == operator.office_id,
    )
    found = (await work.session.exec(wanted)).one_or_none()
    person = (await names(work, [found.person_id])).get(found.person_id) if found else None
    if found is None or person is None:
        raise NotFound
    async with as_the_program(work, "slip of the desk"):
        mine = select(CodeContact).where(col(CodeContact.identification_id) == found.id)
        waiting = [
            one
            for one in (await work.session.exec(mine.order_by(col(CodeContact.kind)))).all()
            if one.activated_at is None and one.ended_at is None and one.activation_ends_at > work.now
        ]
    if not waiting:
        raise SlipOver
    return DeskSlip(
        person_id=found.person_id,
        full_name=person.full_name,
        language=person.language,
        number=grouped(number_of(settings().secret, str(found.id))),
        kinds=tuple(one.kind for one in waiting),
        ends_at=waiting[0].activation_ends_at,
    )

"""Somebody has come to the desk: they get a number of the day."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.organization.queries.codes import known_code
from domain.platform.work import UnitOfWork
from domain.reception.actions.arrivals.next_number import next_number
from domain.reception.model.arrival import Arrival, ArrivalPerson
from domain.reception.permissions import may_work_at_desk
from domain.reception.queries.code_words import REASONS
from domain.reception.queries.desks.desk_of import desk_of
from domain.reception.refusals import DeskClosed, NotAtThisDesk
from domain.registry.queries.people import person

Code = Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)]


class GiveNumber(BaseModel):
    """Nothing need be said: the language spoken, why they come, and who it is only where that helps.

    ``is_urgent``: they are called before all others.
    """

    language: Code = ""
    reason: Code = ""
    person_id: UUID | None = None
    is_urgent: bool = False


async def give_number(work: UnitOfWork, operator: Operator, command: GiveNumber) -> int:
    """Give the next number of the operator's own office.

    Refuses NotAtThisDesk, DeskClosed on a day on which an initiative takes nobody, NotFound for the person, and Invalid
    on a language or a reason that is not offered.
    """
    if not may_work_at_desk(operator):
        raise NotAtThisDesk
    if not (await desk_of(work, operator.office_id)).is_open_on(work.today):
        raise DeskClosed
    if command.language and command.language not in BY_CODE:
        raise Invalid({"language": _("Scegli una delle risposte.")})
    if command.reason:
        known = await known_code(work, operator.ente_id, REASONS, command.reason)
        if known is None or not known.is_active:
            raise Invalid({"reason": _("Scegli una delle risposte.")})
    known_id = (await person(work, operator, command.person_id)).id if command.person_id else None
    arrived = Arrival(
        ente_id=operator.ente_id,
        office_id=operator.office_id,
        arrived_on=work.today,
        number=await next_number(work, operator),
        language=command.language,
        reason=command.reason,
        is_urgent=command.is_urgent,
        arrived_at=work.now,
    )
    work.session.add(arrived)
    if known_id is not None:
        await work.session.flush()  # the person is named beside a number that is there
        work.session.add(ArrivalPerson(ente_id=arrived.ente_id, arrival_id=arrived.id, person_id=known_id))
    return arrived.number

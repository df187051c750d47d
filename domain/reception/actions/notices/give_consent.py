"""Somebody agrees to something beyond the privacy notice."""

from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert

from domain.kernel.actor import Operator
from domain.organization.queries.offices import office
from domain.platform.work import UnitOfWork
from domain.reception.model.desk import Consent
from domain.reception.permissions import may_work_at_desk
from domain.reception.refusals import NotAtThisDesk
from domain.reception.terms.passing_on import ConsentKind
from domain.registry.queries.people import person


class GiveConsent(BaseModel):
    """Who agrees to what, in which office."""

    office_id: UUID
    person_id: UUID
    kind: ConsentKind


async def give_consent(work: UnitOfWork, operator: Operator, command: GiveConsent) -> None:
    """Note the consent; one in force already stays as it is. Refuses NotFound, NotAtThisDesk."""
    if not may_work_at_desk(operator):
        raise NotAtThisDesk
    known = await person(work, operator, command.person_id)
    given = Consent(
        ente_id=(await office(work, command.office_id)).ente_id,
        office_id=command.office_id,
        person_id=known.id,
        kind=command.kind,
        given_on=work.today,
        taken_by_id=operator.operator_id,
    )
    await work.session.exec(insert(Consent).values(given.model_dump()).on_conflict_do_nothing())

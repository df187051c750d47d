"""Somebody took note of an office's privacy notice."""

from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert

from domain.kernel.actor import Operator
from domain.organization.queries.offices import office
from domain.platform.work import UnitOfWork
from domain.reception.model.desk import NoticeTaken
from domain.reception.permissions import may_work_at_desk
from domain.reception.queries.desks.notices import notice_of
from domain.reception.refusals import NotAtThisDesk
from domain.reception.terms.passing_on import NoticeWay
from domain.registry.queries.people import person


class TakeNotice(BaseModel):
    """Who, in which office, and how."""

    office_id: UUID
    person_id: UUID
    way: NoticeWay


async def take_notice(work: UnitOfWork, operator: Operator, command: TakeNotice) -> None:
    """Note it for the version in force; nothing to note where the office has no notice, or it was noted before.

    Refuses NotFound, NotAtThisDesk.
    """
    if not may_work_at_desk(operator):
        raise NotAtThisDesk
    known = await person(work, operator, command.person_id)
    notice = await notice_of(work, command.office_id)
    if notice is None:
        return
    taken = NoticeTaken(
        ente_id=(await office(work, command.office_id)).ente_id,
        office_id=command.office_id,
        person_id=known.id,
        notice_id=notice.id,
        way=command.way,
        taken_on=work.today,
        operator_id=operator.operator_id,
    )
    await work.session.exec(insert(NoticeTaken).values(taken.model_dump()).on_conflict_do_nothing())

"""An office publishes its privacy notice, or a new version of it."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.reception.model.desk import PrivacyNotice
from domain.reception.queries.desks.directed_desk import directed_office
from domain.reception.queries.desks.notices import notice_of


class PublishNotice(BaseModel):
    """The text people read at the desk."""

    office_id: UUID
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=20, max_length=20_000)]


async def publish_notice(work: UnitOfWork, operator: Operator, command: PublishNotice) -> int:
    """The number of the new version; the same text again is the same version. Refuses NotFound, NotTheDeskHead."""
    office = await directed_office(work, operator, command.office_id)
    await locks.hold(work, "privacy notice", office.id)
    latest = await notice_of(work, office.id)
    if latest is not None and latest.text == command.text:
        return latest.number
    number = latest.number + 1 if latest else 1
    notice = PrivacyNotice(
        ente_id=office.ente_id,
        office_id=office.id,
        number=number,
        text=command.text,
        published_by_id=operator.operator_id,
    )
    work.session.add(notice)
    return number

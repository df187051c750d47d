"""Give many applications to a colleague at once."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.intake.actions.examination.assign_application import AssignApplication, assign_application
from domain.intake.actions.examination.move_many import Moved
from domain.intake.queries.examination.queue import chosen_applications
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, Refused
from domain.kernel.roles import Role
from domain.platform.work import UnitOfWork
from domain.procedure.queries.bulk import MOST


class AssignMany(BaseModel):
    """Which ones, and to whom."""

    application_ids: tuple[UUID, ...] = Field(min_length=1, max_length=MOST)
    responsible_id: UUID


async def assign_many(work: UnitOfWork, operator: Operator, command: AssignMany) -> Moved:
    """Each by itself, for heads of office: what cannot be given stays as it is. Refuses NotAllowed."""
    if not operator.has(Role.OFFICE_HEAD):
        raise NotAllowed
    done = refused = 0
    for row in await chosen_applications(work, operator, command.application_ids):
        given = AssignApplication(
            application_id=row.application.id,
            responsible_id=command.responsible_id,
            seen_version=row.standing.version,
        )
        try:
            async with work.session.begin_nested():
                await assign_application(work, operator, given)
            done += 1
        except Refused:
            refused += 1
    return Moved(done, refused)

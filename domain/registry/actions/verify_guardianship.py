"""An office has seen that somebody may act for somebody else."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.events import GuardianshipVerified
from domain.registry.queries.guardianships import guardianship_to_check
from domain.registry.queries.people import person
from domain.registry.rules.ages import last_day_as_minor
from domain.registry.terms import GuardianshipKind


class VerifyGuardianship(BaseModel):
    """Which title."""

    guardianship_id: UUID


async def verify_guardianship(work: UnitOfWork, operator: Operator, command: VerifyGuardianship) -> None:
    """From now on the title counts, within its days; that of a parent ends when the child comes of age by our records.

    Refuses NotAllowed, NotFound, TitleAlreadyChecked.
    """
    title = await guardianship_to_check(work, operator, command.guardianship_id)
    represented = await person(work, operator, title.person_id)
    title.verify(operator.operator_id, work.now)
    if title.kind is GuardianshipKind.PARENT and represented.born_on:
        title.end(max(last_day_as_minor(represented.born_on), title.held_during.lower or work.today))
    await work.record(
        GuardianshipVerified(
            ente_id=title.ente_id,
            guardianship_id=title.id,
            person_id=title.person_id,
            guardian_id=title.guardian_id,
        )
    )

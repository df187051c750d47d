"""A certificate takes the place of what was believed of a person's ISEE of the same kind for some days."""

from uuid import UUID

from domain.platform.work import UnitOfWork
from domain.registry.model.isee import IseeRecord
from domain.registry.model.known import Origin, make_room, moment_after
from domain.registry.model.person import Person
from domain.registry.queries.isee.isee_on_record import isee_believed
from domain.registry.rules.isee_facts import IseeFacts


async def believe_isee(
    work: UnitOfWork, member: Person, told: IseeFacts, attestation_id: UUID, origin: Origin
) -> IseeRecord:
    """Believe what was ``told``, whose days are settled, in the file of ``member``, who is locked by the caller.

    What was believed of the same kind and days stays readable as it was; of the days around, it goes on.
    """
    former = await isee_believed(work, member.id, told.kind)
    at = moment_after(former, work.now)
    pieces = make_room(former, told.stretch, at, origin)
    kept = IseeRecord.of(member, told, attestation_id, at, origin)
    work.session.add_all([*pieces, kept])
    return kept

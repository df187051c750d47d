"""A certificate was written down wrongly: it is put right in the file of each member, and the past stays."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.actions.isee.believe_isee import believe_isee
from domain.registry.model.known import Origin, moment_after
from domain.registry.queries.isee.isee_on_record import attestation_to_change
from domain.registry.queries.people import person_on_record
from domain.registry.rules.isee_facts import MOST_MEMBERS, IseeFacts, Members


class CorrectIsee(IseeFacts):
    """How the certificate should stand, who else it is about, and why it is changed."""

    isee_id: UUID
    member_ids: Members = Field(default=(), max_length=MOST_MEMBERS)
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=300)]


async def correct_isee(work: UnitOfWork, operator: Operator, command: CorrectIsee) -> UUID:
    """From now on believe this instead; how it was believed until now stays readable. Give back the new row's id.

    Refuses NotFound, NotYourPerson, ChangedMeanwhile, PeriodReversed, and Invalid by field.
    """
    holder, wrong, members = await attestation_to_change(work, operator, command.isee_id)
    told = command.settled(work.today)
    origin = Origin.of(operator, told.source, command.reason)
    at = moment_after(wrong, work.now)
    for row in wrong:
        row.drop(at, origin)
    await work.session.flush()  # what is not believed any more gives way before anything takes its place
    known = {one.id: one for one in members}
    wanted = [holder]
    for member_id in sorted(set(command.member_ids) - {holder.id}):
        wanted.append(known.get(member_id) or await person_on_record(work, operator, member_id))
    rows = [await believe_isee(work, member, told, wrong[0].attestation_id, origin) for member in wanted]
    return rows[0].id

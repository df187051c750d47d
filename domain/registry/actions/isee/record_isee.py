"""An ISEE certificate is written down (DPCM 159/2013)."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID, uuid4

from pydantic import Field, StringConstraints

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.actions.isee.believe_isee import believe_isee
from domain.registry.model.known import Origin
from domain.registry.model.person import Person
from domain.registry.queries.people import person_on_record
from domain.registry.rules.isee_facts import MOST_MEMBERS, IseeFacts, Members


class RecordIsee(IseeFacts):
    """The certificate of a person, who else of the household it is about, and why it is written down."""

    person_id: UUID
    member_ids: Members = Field(default=(), max_length=MOST_MEMBERS)
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = ""


async def record_isee(work: UnitOfWork, actor: Actor, command: RecordIsee) -> UUID:
    """Believe the certificate from now on, in the file of each member; give back the id of the person's own row.

    What was believed of those days stays readable as it was. Refuses NotFound, NotYourPerson, PeriodReversed, and
    Invalid by field.
    """
    told = command.settled(work.today)
    members = await _members(work, actor, command)
    attestation_id = uuid4()
    origin = Origin.of(actor, told.source, command.reason)
    rows = [await believe_isee(work, member, told, attestation_id, origin) for member in members]
    return rows[0].id


async def _members(work: UnitOfWork, actor: Actor, command: RecordIsee) -> Sequence[Person]:
    """The person first; all locked, always in the same order."""
    ids = {command.person_id, *command.member_ids}
    found = {one: await person_on_record(work, actor, one) for one in sorted(ids)}
    own = found.pop(command.person_id)
    others = {one.id: one for one in found.values() if one.id != own.id}
    return [own, *others.values()]

"""An ISEE certificate is written down (DPCM 159/2013)."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.kernel.money import Money
from domain.platform.tables import days
from domain.platform.work import UnitOfWork
from domain.registry.model.isee import IseeRecord
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import PeriodReversed
from domain.registry.terms import IseeKind


class RecordIsee(BaseModel):
    """An indicator in euros, in force between two days, both included; ``dsu_number`` is that of the declaration."""

    person_id: UUID
    kind: IseeKind = IseeKind.ORDINARY
    amount: Money = Field(ge=0)
    dsu_number: str = Field(default="", max_length=40)
    starts_on: date
    ends_on: date
    source: str = "person"


async def record_isee(work: UnitOfWork, actor: Actor, command: RecordIsee) -> UUID:
    """Keep the certificate and give back its id. Refuses NotFound, NotYourPerson, PeriodReversed."""
    holder = await person_on_record(work, actor, command.person_id)
    if command.ends_on < command.starts_on:
        raise PeriodReversed
    facts = command.model_dump(exclude={"starts_on", "ends_on"})
    kept = IseeRecord(ente_id=holder.ente_id, valid_during=days(command.starts_on, command.ends_on), **facts)
    work.session.add(kept)
    return kept.id

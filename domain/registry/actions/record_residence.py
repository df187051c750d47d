"""Somebody's address is written down, from a day on."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.terms import FactKind, FactSource


class RecordResidence(BaseModel):
    """Where a person lives from ``starts_on``; ``source`` says who told (person, registry, office)."""

    person_id: UUID
    street: str = Field(default="", max_length=200)
    postal_code: str = Field(default="", pattern=r"^(\d{5})?$")
    city: str = Field(default="", max_length=100)
    belfiore: str = ""
    is_without_fixed_abode: bool = False
    starts_on: date
    source: FactSource = FactSource.PERSON


async def record_residence(work: UnitOfWork, actor: Actor, command: RecordResidence) -> None:
    """Keep the address; the one before ends the day before. Refuses NotFound, NotYourPerson."""
    fact = RecordFact(
        person_id=command.person_id,
        kind=FactKind.RESIDENCE,
        value=command.model_dump(exclude={"person_id", "starts_on", "source"}),
        starts_on=command.starts_on,
        source=command.source,
    )
    await record_fact(work, actor, fact)

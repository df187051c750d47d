"""Somebody's address is written down, from a day on."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.tables import since
from domain.platform.work import UnitOfWork
from domain.registry.model.contact import Residence
from domain.registry.queries.people import person_on_record
from domain.registry.terms import AddressKind


class RecordResidence(BaseModel):
    """Where a person lives from ``starts_on``; ``source`` says who told (person, ANPR, office)."""

    person_id: UUID
    kind: AddressKind = AddressKind.RESIDENCE
    street: str = Field(default="", max_length=200)
    postal_code: str = Field(default="", pattern=r"^(\d{5})?$")
    city: str = Field(default="", max_length=100)
    belfiore: str = ""
    is_without_fixed_abode: bool = False
    starts_on: date
    source: str = "person"


async def record_residence(work: UnitOfWork, actor: Actor, command: RecordResidence) -> None:
    """Keep the address; the one before ends the day before.

    Refuses NotFound, NotYourPerson, and Invalid on ``starts_on`` when a later address is known.
    """
    lodger = await person_on_record(work, actor, command.person_id)
    statement = select(Residence).where(
        col(Residence.person_id) == lodger.id,
        col(Residence.kind) == command.kind,
        col(Residence.held_during).op("&&")(since(command.starts_on)),
    )
    for before in (await work.session.exec(statement)).all():
        if not before.leave(command.starts_on):
            raise Invalid({"starts_on": _("Da questo giorno, o da dopo, è già registrato un altro indirizzo.")})
    facts = command.model_dump(exclude={"starts_on"})
    work.session.add(Residence(ente_id=lodger.ente_id, held_during=since(command.starts_on), **facts))

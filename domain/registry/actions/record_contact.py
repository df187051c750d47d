"""A way to reach somebody is written down."""

from typing import Self
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from domain.kernel.actor import Actor
from domain.kernel.email import check
from domain.platform.work import UnitOfWork
from domain.registry.actions.facts.believe_fact import believe_fact
from domain.registry.model.known import Origin
from domain.registry.model.person import Person
from domain.registry.queries.facts.believed import believed_today
from domain.registry.queries.people import person
from domain.registry.rules.facts.kinds import stored_value
from domain.registry.rules.facts.places import ContactValue
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import ContactKind, FactKind, FactSource


class RecordContact(BaseModel):
    """``belongs_to`` says whose it is when it is somebody else's: the daughter's telephone."""

    person_id: UUID
    kind: ContactKind
    value: str = Field(min_length=3, max_length=254)
    belongs_to: str = Field(default="", max_length=100)
    is_preferred: bool = True
    source: FactSource = FactSource.PERSON

    @model_validator(mode="after")
    def _address_is_one(self) -> Self:
        if self.kind is not ContactKind.PHONE:
            self.value = check(self.value)
        return self


async def record_contact(work: UnitOfWork, actor: Actor, command: RecordContact) -> None:
    """Keep the contact from today on; a preferred one takes the place of the preferred one of its kind.

    People do it for themselves and for those they represent. Refuses NotFound.
    """
    reached = await person(work, actor, command.person_id, for_update=True)
    origin = Origin.of(actor, command.source)
    if command.is_preferred:
        await _prefer_no_other(work, reached, command, origin)
    facts = command.model_dump(exclude={"person_id", "kind", "source"}) | {"channel": command.kind}
    await believe_fact(work, reached, ContactValue.model_validate(facts), Stretch(work.today), origin)


async def _prefer_no_other(work: UnitOfWork, reached: Person, command: RecordContact, origin: Origin) -> None:
    for fact in await believed_today(work, reached.id, FactKind.CONTACT):
        other = stored_value(fact.kind, fact.value)
        if not isinstance(other, ContactValue) or (other.channel, other.is_preferred) != (command.kind, True):
            continue
        if other.value != command.value:
            no_more = other.model_copy(update={"is_preferred": False})
            await believe_fact(work, reached, no_more, Stretch(work.today), origin)

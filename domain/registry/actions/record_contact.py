"""A way to reach somebody is written down."""

from typing import Self
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field, model_validator
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from domain.kernel.actor import Actor
from domain.kernel.email import check
from domain.platform.work import UnitOfWork
from domain.registry.model.contact import Contact
from domain.registry.queries.people import person
from domain.registry.terms import ContactKind


class RecordContact(BaseModel):
    """``belongs_to`` says whose it is when it is somebody else's: the daughter's telephone."""

    person_id: UUID
    kind: ContactKind
    value: str = Field(min_length=3, max_length=254)
    belongs_to: str = Field(default="", max_length=100)
    is_preferred: bool = True

    @model_validator(mode="after")
    def _address_is_one(self) -> Self:
        if self.kind is not ContactKind.PHONE:
            self.value = check(self.value)
        return self


async def record_contact(work: UnitOfWork, actor: Actor, command: RecordContact) -> None:
    """Keep the contact; a preferred one takes the place of the preferred one of its kind.

    People do it for themselves and for those they represent. Refuses NotFound.
    """
    reached = await person(work, actor, command.person_id)
    if command.is_preferred:
        others = sa.update(Contact).where(
            col(Contact.person_id) == reached.id, col(Contact.kind) == command.kind, col(Contact.is_preferred)
        )
        await work.session.exec(others.values(is_preferred=False))
    kept = Contact(ente_id=reached.ente_id, **command.model_dump())
    again = (
        insert(Contact)
        .values(kept.model_dump())
        .on_conflict_do_update(
            index_elements=["person_id", "kind", "value"],
            set_={"belongs_to": kept.belongs_to, "is_preferred": kept.is_preferred},
        )
    )
    await work.session.exec(again)

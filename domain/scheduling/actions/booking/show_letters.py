"""Who has the link of an appointment shows that they know the surname."""

from dataclasses import dataclass, field
from uuid import UUID

from pydantic import BaseModel, Field

from domain.access.actions.count_try import count_try
from domain.kernel.actor import Actor, System
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork, unit_of_work
from domain.scheduling.queries.booking.door import appointment_of_link
from domain.scheduling.refusals import WrongLetters
from domain.scheduling.rules.links import is_right, proof_of


class ShowLetters(BaseModel):
    """The last part of the address, the letters as typed, and from where the request comes."""

    token: str
    letters: str = Field(min_length=1, max_length=60)
    address: str = ""


@dataclass(frozen=True)
class ShownLetters:
    """What a browser keeps to come in again, and for which appointment."""

    appointment_id: UUID
    value: str = field(repr=False)


async def show_letters(work: UnitOfWork, actor: Actor, command: ShowLetters) -> ShownLetters:
    """What the browser keeps to come in again. Every try is counted; the right one is forgiven.

    Refuses NotFound, TooManyTries, WrongLetters.
    """
    found, name = await appointment_of_link(work, command.token)
    tried = await count_try(f"appointment {found.id}", command.address, bind=work.bind)
    if not is_right(command.letters, name):
        raise WrongLetters
    async with unit_of_work(System("show letters"), bind=work.bind) as apart:
        await tried.forgive(apart)
    return ShownLetters(found.id, proof_of(settings().secret, found.id, name))

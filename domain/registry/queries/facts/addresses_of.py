"""At which addresses and numbers somebody can be written to: for messages."""

from dataclasses import dataclass
from uuid import UUID

from domain.platform.work import UnitOfWork
from domain.registry.queries.facts.believed import believed_today
from domain.registry.terms import ContactKind, FactKind


@dataclass(frozen=True)
class AddressToUse:
    """An address or a number, and whose it is when it is not the person's own."""

    value: str
    belongs_to: str


async def addresses_of(work: UnitOfWork, person_id: UUID) -> dict[ContactKind, AddressToUse]:
    """Of each kind the one to use today: the preferred one, where none is the latest. For the program; one question."""
    facts = await believed_today(work, person_id, FactKind.CONTACT)
    ordered = sorted((fact.value for fact in facts), key=lambda contact: bool(contact["is_preferred"]))
    return {
        ContactKind(contact["channel"]): AddressToUse(contact["value"], contact["belongs_to"]) for contact in ordered
    }

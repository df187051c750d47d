"""A person at a glance: who, where, how to be reached. An operator's reading is noted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor, Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.platform.reading_log import Reading
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.registry.model.fact import Fact
from domain.registry.model.isee import IseeRecord
from domain.registry.model.person import Person
from domain.registry.queries.facts.believed import believed_today
from domain.registry.queries.isee.isee_on_record import STILL
from domain.registry.queries.people import person
from domain.registry.rules.ages import age_on
from domain.registry.rules.isee import GENERAL_KINDS, in_force
from domain.registry.terms import ContactKind, FactKind


@dataclass(frozen=True)
class AddressRow:
    """Where somebody lives; without fixed abode, ``street`` is the address the comune has given, if any."""

    street: str
    postal_code: str
    city: str
    is_without_fixed_abode: bool


@dataclass(frozen=True)
class PersonCard:
    """What is known today. ``isee_amount`` in euros is that of the ordinary indicator in force."""

    id: UUID
    ente_id: UUID
    full_name: str
    given_name: str
    family_name: str
    codice_fiscale: str | None
    born_on: date | None
    language: str
    email: str | None
    phone: str | None
    residence: AddressRow | None
    isee_amount: Decimal | None
    alias: str
    is_protected: bool
    sex: str | None = None
    citizenship: str | None = None
    is_codice_fiscale_doubtful: bool = False
    died_on: date | None = None

    def age_on(self, day: date) -> int | None:
        """Full years on ``day``; None when the day of birth is not known."""
        return None if self.born_on is None else age_on(self.born_on, day)


async def person_card(
    work: UnitOfWork, actor: Actor, person_id: UUID, *, purpose: str = ReadingPurpose.DESK_HELP
) -> PersonCard:
    """The card of ``person_id`` for ``actor``, in three questions. Refuses NotFound.

    What an operator reads is noted with its ``purpose``; a refused attempt too, without saying whose card it was.
    """
    try:
        found = await person(work, actor, person_id)
    except NotFound:
        if isinstance(actor, Operator):
            work.note_reading(_reading(None, actor.ente_id, person_id, purpose, is_granted=False))
        raise
    if isinstance(actor, Operator):
        work.note_reading(_reading(found.id, found.ente_id, found.id, purpose, is_granted=True))
    return await _card(work, found)


async def card_within(work: UnitOfWork, actor: Actor, person_id: UUID) -> PersonCard:
    """The card as a part of a larger file, whose reading the caller notes. Refuses NotFound."""
    return await _card(work, await person(work, actor, person_id))


def _reading(person_id: UUID | None, ente_id: UUID, subject_id: UUID, purpose: str, *, is_granted: bool) -> Reading:
    return Reading(
        person_id=person_id,
        ente_id=ente_id,
        subject=ReadingSubject.PERSON_CARD.value,
        subject_id=subject_id,
        purpose=str(purpose),
        is_granted=is_granted,
    )


async def _card(work: UnitOfWork, found: Person) -> PersonCard:
    facts = await believed_today(work, found.id, FactKind.CONTACT, FactKind.RESIDENCE, FactKind.DOMICILE)
    contacts = _contacts(facts)
    return PersonCard(
        id=found.id,
        ente_id=found.ente_id,
        full_name=found.full_name,
        given_name=found.given_name,
        family_name=found.family_name,
        codice_fiscale=found.codice_fiscale,
        born_on=found.born_on,
        language=found.language,
        email=contacts.get(ContactKind.EMAIL),
        phone=contacts.get(ContactKind.PHONE),
        residence=_home(facts),
        isee_amount=await _isee(work, found.id),
        alias=found.alias,
        is_protected=found.is_protected,
        sex=found.sex,
        citizenship=found.citizenship,
        is_codice_fiscale_doubtful=found.is_codice_fiscale_doubtful,
        died_on=found.died_on,
    )


def _contacts(facts: Sequence[Fact]) -> dict[ContactKind, str]:
    """Of each kind the preferred one; where none is, the latest."""
    found = [fact.value for fact in facts if fact.kind is FactKind.CONTACT]
    ordered = sorted(found, key=lambda contact: bool(contact["is_preferred"]))
    return {ContactKind(contact["channel"]): contact["value"] for contact in ordered}


def _home(facts: Sequence[Fact]) -> AddressRow | None:
    """The residence of today; the domicile of who has none."""
    homes = {fact.kind: fact.value for fact in facts if fact.kind is not FactKind.CONTACT}
    found = homes.get(FactKind.RESIDENCE) or homes.get(FactKind.DOMICILE)
    if found is None:
        return None
    return AddressRow(found["street"], found["postal_code"], found["city"], found["is_without_fixed_abode"])


async def _isee(work: UnitOfWork, person_id: UUID) -> Decimal | None:
    """The indicator that counts today where no special kind is asked for."""
    believed = select(IseeRecord).where(
        col(IseeRecord.person_id) == person_id,
        col(IseeRecord.kind).in_(GENERAL_KINDS),
        holds_on(IseeRecord.held_during, work.today),
        STILL,
    )
    chosen = in_force((await work.session.exec(believed)).all(), work.today)
    return chosen.amount if chosen else None

"""By what people are known today and were known before: gathered for the index by which they are found."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.registry.model.contact import Contact, Residence
from domain.registry.model.person import Person
from domain.registry.rules.naming.naming import NameKind, Naming, PersonName
from domain.registry.rules.naming.typed import address_in, digits_of
from domain.registry.terms import ContactKind

Value = TypeVar("Value")


@dataclass(frozen=True)
class NamedPerson:
    """Whom the index is about: the ente that holds the record, the protection, and by what the person is known."""

    person_id: UUID
    ente_id: UUID
    is_hidden: bool
    naming: Naming


async def namings(work: UnitOfWork, ids: Iterable[UUID]) -> list[NamedPerson]:
    """Those of ``ids`` whose record counts; what their former records say is theirs too. Four questions in all.

    Somebody whose record stands only for its history is not among them.
    """
    wanted = list(ids)
    own = or_former = await _people(work, wanted)
    own = [one for one in own if one.id in set(wanted) and one.same_as_id is None]
    former: dict[UUID, list[Person]] = defaultdict(list)
    for one in or_former:
        if one.same_as_id is not None:
            former[one.same_as_id].append(one)
    whose = {record.id: one.id for one in own for record in (one, *former[one.id])}
    contacts = await _contacts(work, whose)
    addresses = await _addresses(work, whose)
    return [
        NamedPerson(one.id, one.ente_id, one.is_protected, _naming((one, *former[one.id]), contacts, addresses))
        for one in own
    ]


async def _people(work: UnitOfWork, wanted: Sequence[UUID]) -> list[Person]:
    statement = select(Person).where(sa.or_(col(Person.id).in_(wanted), col(Person.same_as_id).in_(wanted)))
    return list((await work.session.exec(statement.order_by(col(Person.created_at)))).all())


async def _contacts(work: UnitOfWork, whose: dict[UUID, UUID]) -> dict[UUID, list[tuple[ContactKind, str]]]:
    found: dict[UUID, list[tuple[ContactKind, str]]] = defaultdict(list)
    statement = select(Contact.person_id, Contact.kind, Contact.value).where(col(Contact.person_id).in_(whose))
    for person_id, kind, value in (await work.session.exec(statement.order_by(col(Contact.created_at)))).all():
        found[whose[person_id]].append((kind, value))
    return found


async def _addresses(work: UnitOfWork, whose: dict[UUID, UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    statement = select(Residence.person_id, Residence.street).where(
        col(Residence.person_id).in_(whose), holds_on(Residence.held_during, work.today)
    )
    for person_id, street in (await work.session.exec(statement.order_by(col(Residence.created_at)))).all():
        if (address := address_in(street)) is not None:
            found[whose[person_id]].append(address)
    return found


def _naming(
    records: Sequence[Person],
    contacts: dict[UUID, list[tuple[ContactKind, str]]],
    addresses: dict[UUID, list[str]],
) -> Naming:
    person = records[0]
    reached = contacts[person.id]
    phones = (digits_of(value) for kind, value in reached if kind is ContactKind.PHONE)
    return Naming(
        names=_unique(name for place, one in enumerate(records) for name in names_on(one, is_former=place > 0)),
        born_on=person.born_on,
        codes=_unique(one.codice_fiscale for one in records if one.codice_fiscale),
        phones=_unique(number for number in phones if number),
        emails=_unique(value.lower() for kind, value in reached if kind is not ContactKind.PHONE),
        addresses=_unique(addresses[person.id]),
    )


def names_on(record: Person, *, is_former: bool = False) -> list[PersonName]:
    """The names that a record has: name and surname, and the alias with and without the surname."""
    named = []
    if record.family_name or record.given_name:
        kind = NameKind.FORMER if is_former else NameKind.RECORDED
        named.append(PersonName(record.given_name, record.family_name, kind))
    if record.alias:
        kind = NameKind.ALIAS if record.family_name else NameKind.RECORDED
        named.append(PersonName(record.alias, record.family_name, kind))
    return named


def _unique(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(values))

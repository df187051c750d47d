"""By what people are known today and were known before: gathered for the index by which they are found."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.registry.model.fact import Fact
from domain.registry.model.finding import FoundBy
from domain.registry.model.person import Person
from domain.registry.queries.facts.believed import STILL
from domain.registry.rules.facts.identity import Alias, Identity
from domain.registry.rules.facts.kinds import stored_value
from domain.registry.rules.facts.places import Address, ContactValue
from domain.registry.rules.naming.naming import NameKind, Naming, PersonName
from domain.registry.rules.naming.typed import address_in, digits_of
from domain.registry.terms import ContactKind, FactKind

Value = TypeVar("Value")
FINDING = (FactKind.IDENTITY, FactKind.ALIAS, FactKind.CONTACT, FactKind.RESIDENCE, FactKind.DOMICILE)
"""The facts by which a person is found."""


@dataclass(frozen=True)
class NamedPerson:
    """Whom the index is about: the ente that holds the record, the protection, and by what the person is known."""

    person_id: UUID
    ente_id: UUID
    is_hidden: bool
    naming: Naming


@dataclass
class _Known:
    """What the records of one person say: the one that counts first, then the former ones."""

    records: list[Person]
    former_codes: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)


async def namings(work: UnitOfWork, ids: Iterable[UUID]) -> list[NamedPerson]:
    """Those of ``ids`` whose record counts; what their former records say is theirs too. Four questions at most.

    Somebody whose record stands only for its history is not among them.
    """
    wanted = set(ids)
    known = await _records(work, wanted)
    whose = {record.id: person_id for person_id, one in known.items() for record in one.records}
    facts = select(Fact).where(col(Fact.person_id).in_(whose), col(Fact.kind).in_(FINDING), STILL)
    for fact in (await work.session.exec(facts.order_by(col(Fact.created_at), col(Fact.id)))).all():
        known[whose[fact.person_id]].facts.append(fact)
    await _former_codes(work, known)
    return [
        NamedPerson(person_id, one.records[0].ente_id, one.records[0].is_protected, _naming(work, one))
        for person_id, one in known.items()
    ]


async def _records(work: UnitOfWork, wanted: set[UUID]) -> dict[UUID, _Known]:
    statement = select(Person).where(sa.or_(col(Person.id).in_(wanted), col(Person.same_as_id).in_(wanted)))
    found = (await work.session.exec(statement.order_by(col(Person.created_at), col(Person.id)))).all()
    known = {one.id: _Known([one]) for one in found if one.id in wanted and one.same_as_id is None}
    for one in found:
        if one.same_as_id is not None and one.same_as_id in known:
            known[one.same_as_id].records.append(one)
    return known


async def _former_codes(work: UnitOfWork, known: dict[UUID, _Known]) -> None:
    """Codes by which people were found before and that are nobody's now: a provisional one still finds its person."""
    statement = select(FoundBy.person_id, FoundBy.naming).where(col(FoundBy.person_id).in_(known))
    for person_id, naming in (await work.session.exec(statement)).all():
        today = {one.codice_fiscale for one in known[person_id].records}
        known[person_id].former_codes = [code for code in naming["codes"] if code not in today]
    asked = {code for one in known.values() for code in one.former_codes}
    if not asked:
        return
    taken = set(
        (await work.session.exec(select(Person.codice_fiscale).where(col(Person.codice_fiscale).in_(asked)))).all()
    )
    for one in known.values():
        one.former_codes = [code for code in one.former_codes if code not in taken]


def _naming(work: UnitOfWork, known: _Known) -> Naming:
    person = known.records[0]
    today = [fact for fact in known.facts if fact.stretch.has(work.today)]
    reached = [value for fact in today if isinstance(value := stored_value(fact.kind, fact.value), ContactValue)]
    homes = [value for fact in today if isinstance(value := stored_value(fact.kind, fact.value), Address)]
    phones = (digits_of(one.value) for one in reached if one.channel is ContactKind.PHONE)
    codes = [one.codice_fiscale for one in known.records if one.codice_fiscale]
    return Naming(
        names=tuple(_names(known)),
        born_on=person.born_on,
        codes=_unique([*codes, *known.former_codes]),
        phones=_unique(number for number in phones if number),
        emails=_unique(one.value.lower() for one in reached if one.channel is not ContactKind.PHONE),
        addresses=_unique(address for home in homes if (address := address_in(home.street)) is not None),
    )


def _names(known: _Known) -> list[PersonName]:
    """Today's name, the other names in use, and names of before: each once, the first way it is known counts."""
    person = known.records[0]
    named = [PersonName(person.given_name, person.family_name)] if person.given_name or person.family_name else []
    for one in known.records[1:]:
        named.append(PersonName(one.given_name, one.family_name or one.alias, NameKind.FORMER))
    for fact in known.facts:
        value = stored_value(fact.kind, fact.value)
        if isinstance(value, Alias):
            kind = NameKind.ALIAS if person.family_name else NameKind.RECORDED
            named.append(PersonName(value.name, person.family_name, kind))
        elif isinstance(value, Identity) and (value.given_name or value.family_name):
            named.append(PersonName(value.given_name, value.family_name, NameKind.FORMER))
    return list({(one.given, one.family): one for one in reversed(named)}.values())[::-1]


def _unique(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(values))

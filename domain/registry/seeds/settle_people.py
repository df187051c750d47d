"""Settles the sixty invented people: each registered, housed, reachable, with their guardians, by real actions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID
from zlib import crc32

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.actions.appoint_guardian import AppointGuardian, appoint_guardian
from domain.registry.actions.compose_household import ComposeHousehold, compose_household
from domain.registry.actions.isee.record_isee import RecordIsee, record_isee
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.actions.record_residence import RecordResidence, record_residence
from domain.registry.actions.register_person import RegisterPerson, register_person
from domain.registry.rules.ages import ADULT_AGE, age_on
from domain.registry.seeds import borgo, montefiore, pieve
from domain.registry.seeds.relations import relate_people
from domain.registry.seeds.story import Home, Somebody
from domain.registry.terms import ContactKind, FactSource, GuardianshipKind, Kinship

HOMES: tuple[Home, ...] = borgo.HOMES + montefiore.HOMES + pieve.HOMES
REACHED_FOR = timedelta(days=400)
MOVED_IN = date(2022, 3, 1)
PARENTS = (Kinship.REFERENCE, Kinship.SPOUSE, Kinship.PARTNER)


@dataclass(frozen=True)
class DemoTitle:
    """Somebody appointed by a judge for somebody else."""

    guardian: str
    person: str
    kind: GuardianshipKind
    decree: str
    since: date


TITLES = (
    DemoTitle(
        "Elena Fabbriciani",
        "Bakary Jallow",
        GuardianshipKind.GUARDIAN,
        "Tribunale per i minorenni, decreto 12 del 2025",
        date(2025, 2, 10),
    ),
    DemoTitle(
        "Lucia Zanottelli",
        "Tommaso Zanottelli",
        GuardianshipKind.GUARDIAN,
        "Giudice tutelare, decreto 87 del 2019",
        date(2022, 3, 1),
    ),
    DemoTitle(
        "Paola Serafini",
        "Marco Dellavalle",
        GuardianshipKind.SUPPORT_ADMINISTRATOR,
        "Giudice tutelare, decreto 203 del 2022",
        date(2022, 6, 1),
    ),
)


async def settle_people(
    work: UnitOfWork, system: System, enti: Mapping[str, UUID], *, ambito_id: UUID, readers: Sequence[UUID]
) -> dict[str, UUID]:
    """Settle everybody; gives back the ids by name. ``enti`` by slug; ``readers`` may see who is under protection."""
    settled: dict[str, UUID] = {}
    for home in HOMES:
        people = [await _register(work, system, one, enti[home.ente], ambito_id) for one in home.people]
        await _house(work, system, home, enti[home.ente], people)
        settled |= {one.key: person_id for one, person_id in zip(home.people, people, strict=True)}
        for one, person_id in zip(home.people, people, strict=True):
            if one.is_protected:
                await protect_identity(work, system, ProtectIdentity(person_id=person_id, operator_ids=tuple(readers)))
    for title in TITLES:
        await appoint_guardian(
            work,
            system,
            AppointGuardian(
                person_id=settled[title.person],
                guardian_id=settled[title.guardian],
                kind=title.kind,
                decree=title.decree,
                is_verified=True,
                starts_on=title.since,
            ),
        )
    await relate_people(work, system, settled)
    return settled


async def _register(work: UnitOfWork, system: System, one: Somebody, ente_id: UUID, ambito_id: UUID) -> UUID:
    person_id = await register_person(
        work,
        system,
        RegisterPerson(
            ambito_id=ambito_id,
            ente_id=ente_id,
            codice_fiscale=one.codice_fiscale,
            given_name=one.given_name,
            family_name=one.family_name,
            alias=one.alias,
            born_on=one.born_on,
            sex=one.sex,
            citizenship=one.citizenship,
            birthplace_code=one.codice_fiscale[11:15] if one.codice_fiscale else None,
            language=one.language,
        ),
    )
    told, work.now = work.now, work.now - REACHED_FOR  # the stories of the past months reach them too
    for kind, value in ((ContactKind.EMAIL, one.email), (ContactKind.PHONE, one.phone)):
        if value:
            await record_contact(work, system, RecordContact(person_id=person_id, kind=kind, value=value))
    work.now = told
    return person_id


async def _house(work: UnitOfWork, system: System, home: Home, ente_id: UUID, people: Sequence[UUID]) -> None:
    moved_in = max([MOVED_IN, *(one.born_on for one in home.people if one.born_on)])
    for person_id in people:
        await record_residence(
            work,
            system,
            RecordResidence(
                person_id=person_id,
                street=home.street,
                city=home.city,
                postal_code=home.postal_code,
                is_without_fixed_abode=home.is_without_fixed_abode,
                starts_on=moved_in,
            ),
        )
    members = tuple(
        ComposeHousehold.Member(person_id=person_id, kinship=one.kinship)
        for one, person_id in zip(home.people, people, strict=True)
    )
    await compose_household(
        work, system, ComposeHousehold(ente_id=ente_id, source=FactSource.OFFICE, starts_on=moved_in, members=members)
    )
    await _means(work, system, home, people)
    await _parents(work, system, home, people)


async def _means(work: UnitOfWork, system: System, home: Home, people: Sequence[UUID]) -> None:
    """The ISEE of the household, where it has one: on the certificate of the year, with an invented number."""
    if home.isee is None:
        return
    year = work.today.year
    certificate = RecordIsee(
        person_id=people[0],
        member_ids=tuple(people[1:]),
        amount=home.isee,
        dsu_number=f"INPS-ISEE-{year}-{crc32(home.street.encode()) % 10**8:08d}X-00",
        declared_on=date(year, 1, 1),
        source=FactSource.DOCUMENT,
    )
    await record_isee(work, system, certificate)


async def _parents(work: UnitOfWork, system: System, home: Home, people: Sequence[UUID]) -> None:
    """The adults of a home act for its minor children (c.c. 316)."""
    named = list(zip(home.people, people, strict=True))
    for child, child_id in named:
        if child.kinship is not Kinship.CHILD or not child.born_on or age_on(child.born_on, work.today) >= ADULT_AGE:
            continue
        for parent, parent_id in named:
            if parent.kinship in PARENTS:
                await appoint_guardian(
                    work,
                    system,
                    AppointGuardian(
                        person_id=child_id,
                        guardian_id=parent_id,
                        kind=GuardianshipKind.PARENT,
                        is_verified=True,
                        starts_on=child.born_on,
                    ),
                )

"""People with links of every kind, made by the real actions; and the whole database, to be compared row by row."""

import io
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pikepdf
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.actions.grant_delegation import GrantDelegation, grant_delegation
from domain.access.actions.sign_in_citizen import sign_in_citizen
from domain.access.gateways.identities import Identity, Level
from domain.access.terms import DelegationScope, Way
from domain.casework.actions.open_case import OpenCase, open_case
from domain.documents.actions.attach_document import AttachDocument, attach_document
from domain.documents.actions.register_protocollo import RegisterProtocollo, register_protocollo
from domain.documents.terms import Direction, DocumentKind
from domain.kernel.actor import Operator, System
from domain.kernel.refusals import Refused
from domain.kernel.roles import Role
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from domain.registry.actions.appoint_guardian import AppointGuardian, appoint_guardian
from domain.registry.actions.compose_household import ComposeHousehold, compose_household
from domain.registry.actions.isee.record_isee import RecordIsee, record_isee
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.actions.record_residence import RecordResidence, record_residence
from domain.registry.terms import ContactKind, GuardianshipKind, Kinship
from tests.support.applications import a_draft, a_submitted_application, home_care_is_published
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.personas import DAVIDE, FATIMA, OKSANA, Persona

FROM = date(2021, 1, 1)
CROWD = (DAVIDE, FATIMA, OKSANA)
JOURNAL = ("platform.event", "platform.reading", "platform.reaction_done", "platform.schedule_run")
OF_MERGES = ("registry.merge", "registry.merge_change")
TABLES = sa.text("""
    SELECT format('%I.%I', space.nspname, class.relname) FROM pg_class class
    JOIN pg_namespace space ON space.oid = class.relnamespace
    WHERE class.relkind = 'r' AND has_table_privilege(class.oid, 'SELECT') AND space.nspname = ANY (
        '{platform,organization,registry,documents,catalogue,access,correspondence,intake,casework}')
    ORDER BY 1""")


@dataclass
class Crowd:
    """Three people, who may turn out to be fewer, and the head of an office who looks after them."""

    connection: AsyncConnection
    territory: Territory
    head: Operator
    people: tuple[UUID, ...] = ()
    households: list[UUID] = field(default_factory=list)

    async def link(self, kind: str, one: int, other: int, number: int) -> None:
        """One more link of ``kind``; what the house refuses (a second case, somebody's own guardian) is not made."""
        make: Callable[[UUID, UUID, int], Awaitable[Any]] = getattr(self, f"_{kind}")
        try:
            await make(self.people[one], self.people[other], number)
        except Refused:
            return

    async def whole_database(self) -> dict[str, list[Any]]:
        """Every row of every table but the journals, as JSON."""
        await self.connection.run_sync(tell, SYSTEM)
        tables = (await self.connection.execute(TABLES)).scalars().all()
        found = {}
        for table in tables:
            if table not in (*JOURNAL, *OF_MERGES):
                rows = sa.text(f"SELECT to_jsonb(present) FROM {table} present ORDER BY to_jsonb(present)::text")
                found[table] = list((await self.connection.execute(rows)).scalars().all())
        return found

    async def _contact(self, one: UUID, _other: UUID, number: int) -> None:
        value = f"casa{number % 2}@prova.example"
        await self._by(record_contact, RecordContact(person_id=one, kind=ContactKind.EMAIL, value=value))

    async def _residence(self, one: UUID, _other: UUID, number: int) -> None:
        starts_on = FROM + timedelta(days=number)
        await self._by(record_residence, RecordResidence(person_id=one, street="Via Lunga 1", starts_on=starts_on))

    async def _isee(self, one: UUID, _other: UUID, number: int) -> None:
        until = FROM + timedelta(days=300)
        await self._by(record_isee, RecordIsee(person_id=one, amount=Decimal(number), starts_on=FROM, ends_on=until))

    async def _household(self, one: UUID, other: UUID, number: int) -> None:
        members = [ComposeHousehold.Member(person_id=one, kinship=Kinship.REFERENCE)]
        if other != one:
            members.append(ComposeHousehold.Member(person_id=other, kinship=Kinship.SIBLING))
        starts_on = FROM + timedelta(days=number)
        command = ComposeHousehold(ente_id=self.territory.comune_id, starts_on=starts_on, members=tuple(members))
        await self._by(compose_household, command)

    async def _guardian(self, one: UUID, other: UUID, _number: int) -> None:
        command = AppointGuardian(
            person_id=one, guardian_id=other, kind=GuardianshipKind.GUARDIAN, starts_on=FROM, is_verified=True
        )
        await self._by(appoint_guardian, command)

    async def _protected(self, one: UUID, _other: UUID, _number: int) -> None:
        await self._by(protect_identity, ProtectIdentity(person_id=one, operator_ids=(self.head.operator_id,)))

    async def _document(self, one: UUID, _other: UUID, number: int) -> None:
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            command = AttachDocument(
                ente_id=self.territory.comune_id,
                person_id=one,
                kind=DocumentKind.OTHER,
                title=f"Carta {number}",
                file_name="carta.pdf",
                content=a_pdf(),
            )
            await attach_document(work, SYSTEM, command)

    async def _protocollo(self, one: UUID, _other: UUID, number: int) -> None:
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            command = RegisterProtocollo(
                ente_id=self.territory.comune_id,
                person_id=one,
                about_id=uuid4(),
                subject=f"Oggetto {number}",
                direction=Direction.INCOMING,
            )
            await register_protocollo(work, command)

    async def _draft(self, one: UUID, _other: UUID, _number: int) -> None:
        citizen = a_citizen(self.territory, one)
        async with unit_of_work(citizen, bind=self.connection) as work:
            await a_draft(work, citizen)

    async def _case(self, one: UUID, _other: UUID, _number: int) -> None:
        citizen = a_citizen(self.territory, one)
        async with unit_of_work(citizen, bind=self.connection) as work:
            sent = await a_submitted_application(work, citizen)
        assert sent.submitted_at is not None
        assert sent.due_on is not None
        async with unit_of_work(System("given", (sent.ente_id,)), bind=self.connection) as work:
            command = OpenCase(
                ente_id=sent.ente_id,
                person_id=one,
                application_id=sent.id,
                submitted_at=sent.submitted_at,
                due_on=sent.due_on,
                office_id=sent.office_id,
            )
            await open_case(work, System("given", (sent.ente_id,)), command)

    async def _account(self, one: UUID, _other: UUID, number: int) -> None:
        persona = CROWD[self.people.index(one)]
        identity = Identity(
            way=Way.SPID,
            issuer=f"https://idp{number % 2}.example",
            subject=persona.codice_fiscale,
            level=Level.TWO,
            codice_fiscale=persona.codice_fiscale,
            given_name=persona.given_name,
            family_name=persona.family_name,
            born_on=persona.born_on,
        )
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            await sign_in_citizen(work, identity, ambito_id=self.territory.ambito_id, language="it", device="")

    async def _delegation(self, one: UUID, other: UUID, _number: int) -> None:
        persona = CROWD[self.people.index(other)]
        citizen = a_citizen(self.territory, one)
        async with unit_of_work(citizen, bind=self.connection) as work:
            command = GrantDelegation(
                delegate_codice_fiscale=persona.codice_fiscale,
                delegate_family_name=persona.family_name,
                scope=DelegationScope.ALL,
                starts_on=work.today,
                ends_on=work.today + timedelta(days=30),
            )
            await grant_delegation(work, citizen, command)

    async def _by(self, action: Callable[..., Awaitable[Any]], command: Any) -> None:
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            await action(work, SYSTEM, command)


KINDS = tuple(name[1:] for name in vars(Crowd) if name.startswith("_") and not name.startswith("__") and name != "_by")


async def a_crowd(connection: AsyncConnection) -> Crowd:
    """Three people without links."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        await home_care_is_published(work, territory.comune_id)
        head = await an_operator(work, territory.office_id, (Role.OFFICE_HEAD,))
        crowd = Crowd(connection, territory, head)
        return replace(crowd, people=tuple([await a_person(work, territory, one) for one in CROWD]))


def a_pdf() -> bytes:
    """A page with nothing on it."""
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()


def twin_of(persona: Persona, **changes: Any) -> dict[str, Any]:
    """The same persona as somebody in a hurry writes it down once more: without the codice fiscale."""
    return {"given_name": persona.given_name, "family_name": persona.family_name, "codice_fiscale": None} | changes

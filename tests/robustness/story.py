"""Rosa's whole file: her life as the registry knows it, an application with a document, a case with a diary."""

import io
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pikepdf
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.casework.actions.record_note import RecordNote, record_note
from domain.casework.actions.take_charge import TakeCharge, take_charge
from domain.casework.queries.case_of_application import case_of_application
from domain.documents.actions.start_upload import StartUpload, start_upload
from domain.intake.actions.attach_document import AttachDocument, attach_document
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.queries.application_sheet import application_sheet
from domain.kernel.actor import Actor, Citizen, Operator
from domain.kernel.clock import utcnow
from domain.platform.database import tell
from domain.platform.work import UnitOfWork, unit_of_work
from domain.registry.actions.appoint_guardian import AppointGuardian, appoint_guardian
from domain.registry.actions.compose_household import ComposeHousehold, compose_household
from domain.registry.actions.isee.record_isee import RecordIsee, record_isee
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.actions.record_residence import RecordResidence, record_residence
from domain.registry.terms import ContactKind, GuardianshipKind, Kinship
from tests.support.applications import a_filled_draft, home_care_is_published
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.personas import DAVIDE, FATIMA


@dataclass(frozen=True)
class Story:
    """Rosa's file, and everybody who may or may not see it."""

    connection: AsyncConnection
    territory: Territory
    rosa: Citizen
    stranger: Citizen
    worker: Operator
    neighbour: Operator
    application_id: UUID
    case_id: UUID

    async def seen_by(self, actor: Actor | None, table: str, column: str) -> int:
        """How many rows, Rosa's by ``column``, a SELECT without any condition on who asks finds; None said nothing."""
        async with self.connection.begin_nested() as savepoint:
            await self.connection.execute(sa.text("RESET ALL"))
            if actor is not None:
                await self.connection.run_sync(tell, actor)
            found = await self.connection.execute(
                sa.text(f"SELECT count(*) FROM {table} WHERE {column} = :rosa"), {"rosa": self.rosa.person_id}
            )
            await savepoint.rollback()
            return found.scalar_one()


async def rosas_story(connection: AsyncConnection, everything_that_follows: Callable[[], Awaitable[int]]) -> Story:
    """Rosa has sent an application with a document; the office has taken charge and written in the diary."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        await home_care_is_published(work, territory.comune_id)
        rosa, davide = await a_person(work, territory), await a_person(work, territory, DAVIDE)
        await _life_of(work, territory, rosa, davide)
        stranger = a_citizen(territory, await a_person(work, territory, FATIMA))
        worker = await an_operator(work, territory.office_id)
        neighbour = await an_operator(work, territory.neighbour_office_id)
    citizen = a_citizen(territory, rosa)
    async with unit_of_work(citizen, bind=connection) as work:
        draft = await a_filled_draft(work, citizen)
        paper = AttachDocument(application_id=draft.id, field="identity", content=_pdf(), file_name="carta.pdf")
        await attach_document(work, citizen, paper)
        announced = StartUpload(
            person_id=rosa, ente_id=draft.ente_id, about_id=draft.id, field="identity", file_name="altra.pdf", length=9
        )
        await start_upload(work, citizen, announced)
        await submit_application(work, citizen, SubmitApplication(application_id=draft.id))
    await everything_that_follows()
    case_id = await _the_office_works(connection, worker, draft.id)
    return Story(connection, territory, citizen, stranger, worker, neighbour, draft.id, case_id)


async def _life_of(work: UnitOfWork, territory: Territory, rosa: UUID, davide: UUID) -> None:
    long_ago, today = date(2020, 1, 1), work.today
    await record_contact(
        work, SYSTEM, RecordContact(person_id=rosa, kind=ContactKind.EMAIL, value="rosa@prova.example")
    )
    await record_residence(work, SYSTEM, RecordResidence(person_id=rosa, street="Via Lunga 1", starts_on=long_ago))
    isee = RecordIsee(person_id=rosa, amount=Decimal(9000), starts_on=today, ends_on=today + timedelta(days=90))
    await record_isee(work, SYSTEM, isee)
    member = ComposeHousehold.Member(person_id=rosa, kinship=Kinship.REFERENCE)
    await compose_household(
        work, SYSTEM, ComposeHousehold(ente_id=territory.comune_id, starts_on=long_ago, members=(member,))
    )
    await appoint_guardian(
        work,
        SYSTEM,
        AppointGuardian(
            person_id=rosa, guardian_id=davide, kind=GuardianshipKind.SUPPORT_ADMINISTRATOR, starts_on=long_ago
        ),
    )


async def _the_office_works(connection: AsyncConnection, worker: Operator, application_id: UUID) -> UUID:
    async with unit_of_work(worker, bind=connection) as work:
        case_id = await case_of_application(work, worker, application_id)
        assert case_id
        await application_sheet(work, worker, application_id)
        await take_charge(work, worker, TakeCharge(case_id=case_id))
        note = RecordNote(case_id=case_id, happened_at=utcnow() - timedelta(hours=1), text="Sentita per telefono.")
        await record_note(work, worker, note)
    return case_id


def _pdf() -> bytes:
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()

"""PostgreSQL alone hides the desk's rows from other enti and from who may not know the person."""

from collections.abc import Awaitable, Callable

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError

from domain.casework.actions.accept_proposal import accept_proposal
from domain.kernel.actor import Actor, Citizen, Visitor
from domain.kernel.roles import Role
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from domain.reception.actions.notices.publish_notice import PublishNotice, publish_notice
from domain.reception.actions.proposals.propose_care import ProposeCare, propose_care
from domain.reception.actions.sheets.write_note import WriteNote, write_note
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from tests.domain.reception.conftest import Desk
from tests.support.given import SYSTEM, a_citizen, an_operator
from tests.support.personas import FATIMA

TABLES = (
    "reception.contact_sheet",
    "reception.need",
    "reception.service_request",
    "reception.sheet_note",
    "reception.care_proposal",
    "reception.notice_taken",
    "reception.consent",
    "casework.case_sheet",
)
Seen = Callable[[Actor | None, str], Awaitable[int]]


@pytest.fixture
async def seen(desk: Desk) -> Seen:
    """Rosa's whole contact, which became a case; how many rows of a table somebody finds without any condition."""
    head = await desk.as_role(Role.OFFICE_HEAD)
    async with unit_of_work(head, bind=desk.connection) as work:
        notice = PublishNotice(office_id=head.office_id, text="Usiamo i tuoi dati per aiutarti.")
        await publish_notice(work, head, notice)
    parts = {"needs": ({"code": "sfratto"},), "requests": ({"code": "Telesoccorso"},)}
    agreed = {"notice_way": "signed", "consents": ("employment_centres",)}
    sheet_id = await desk.complete(await desk.person(), **parts, **agreed)
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        await write_note(work, desk.operator, WriteNote(sheet_id=sheet_id, text="Nota"))
        proposal = ProposeCare(sheet_id=sheet_id, to_office_id=head.office_id, category="3")
        proposal_id = await propose_care(work, desk.operator, proposal)
    async with unit_of_work(head, bind=desk.connection) as work:
        await accept_proposal(work, head, proposal_id)

    async def count(actor: Actor | None, table: str) -> int:
        async with desk.connection.begin_nested() as savepoint:
            await desk.connection.execute(sa.text("RESET ALL"))
            if actor is not None:
                await desk.connection.run_sync(tell, actor)
            found = (await desk.connection.execute(sa.text(f"SELECT count(*) FROM {table}"))).scalar_one()
            await savepoint.rollback()
            return found

    return count


async def test_only_the_ente_sees_the_rows_of_its_desk(desk: Desk, seen: Seen) -> None:
    neighbour = await desk.as_role(Role.SOCIAL_WORKER, office_id=desk.territory.neighbour_office_id)
    citizen: Citizen = a_citizen(desk.territory, await desk.person(FATIMA))
    strangers: tuple[Actor | None, ...] = (neighbour, citizen, Visitor(desk.territory.family), None)
    for table in TABLES:
        assert await seen(desk.operator, table) > 0, table
        for actor in strangers:
            assert await seen(actor, table) == 0, (table, actor)


async def test_a_protected_persons_rows_are_hidden_from_who_is_not_named(desk: Desk, seen: Seen) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        reader = await an_operator(work, desk.territory.office_id)
        sheets = await (await work.session.connection()).execute(sa.text("SELECT person_id FROM reception.consent"))
        hidden = ProtectIdentity(person_id=sheets.scalar_one(), operator_ids=(reader.operator_id,))
        await protect_identity(work, SYSTEM, hidden)
    for table in TABLES:
        assert await seen(reader, table) > 0, table
        assert await seen(desk.operator, table) == 0, table


@pytest.mark.parametrize("table", ["reception.sheet_note", "reception.privacy_notice", "reception.notice_taken"])
async def test_what_was_written_down_is_not_rewritten(desk: Desk, table: str) -> None:
    await desk.connection.run_sync(tell, SYSTEM)
    for statement in (f"UPDATE {table} SET created_at = now()", f"DELETE FROM {table}"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            async with desk.connection.begin_nested():
                await desk.connection.execute(sa.text(statement))

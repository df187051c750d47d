"""Recognising somebody at the desk: what is written, what is refused, who sees it."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.actions.desk.identify_citizen import identify_citizen
from domain.access.queries.desk_accounts import desk_account
from domain.access.queries.desk_slips import desk_slip
from domain.access.refusals import SlipOver
from domain.access.terms import IdentityDocument, Way
from domain.kernel.actor import Actor, Operator
from domain.kernel.clock import as_of, utcnow
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.registry.queries.person_card import person_card
from tests.support.desk import EMAIL, recognition
from tests.support.given import SYSTEM, Territory, a_person, a_territory, an_operator


@dataclass(frozen=True)
class Desk:
    """An operator at a desk, and Rosa in front of it."""

    connection: AsyncConnection
    territory: Territory
    operator: Operator
    rosa_id: UUID

    async def recognise(self, **facts: object) -> UUID:
        async with unit_of_work(self.operator, bind=self.connection) as work:
            return await identify_citizen(work, self.operator, recognition(self.rosa_id, **facts))

    async def count(self, table: str, actor: Actor = SYSTEM) -> int:
        async with unit_of_work(actor, read_only=True, bind=self.connection) as work:
            found = await (await work.session.connection()).execute(sa.text(f"SELECT count(*) FROM {table}"))
            return int(found.scalar_one())


@pytest.fixture
async def desk(connection: AsyncConnection) -> Desk:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        operator = await an_operator(work, territory.office_id, (Role.DESK_OPERATOR,))
        rosa_id = await a_person(work, territory)
    return Desk(connection, territory, operator, rosa_id)


async def test_the_document_the_operator_and_the_reading_are_written_down(desk: Desk) -> None:
    made = await desk.recognise(document_kind=IdentityDocument.FOREIGN_PASSPORT, belongs_to="la figlia")
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        rows = await work.session.connection()
        kept = (await rows.execute(sa.text("SELECT * FROM access.identification"))).one()
        assert (kept.id, kept.operator_id, kept.person_id) == (made, desk.operator.operator_id, desk.rosa_id)
        assert (kept.document_kind, kept.document_number) == ("foreign_passport", "CA00000AA")
        contact = sa.text("SELECT value->>'value', value->>'belongs_to' FROM registry.fact WHERE kind = 'contact'")
        assert tuple((await rows.execute(contact)).one()) == (EMAIL, "la figlia")
        read = await rows.execute(sa.text("SELECT operator_id FROM platform.reading WHERE subject = 'person_card'"))
        assert desk.operator.operator_id in read.scalars().all()
        events = await rows.execute(sa.text("SELECT kind FROM platform.event"))
        assert "CitizenIdentified" in str(events.scalars().all())


async def test_the_account_opens_by_code_and_is_the_same_the_second_time(desk: Desk) -> None:
    await desk.recognise()
    await desk.recognise(email="altra@prova.example")
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        account = await desk_account(work, desk.operator, desk.rosa_id)
    assert (account.ways, account.is_activated) == ((Way.CODE,), False)
    assert await desk.count("access.account") == 1
    assert await desk.count("access.code_contact WHERE ended_at IS NULL") == 1


async def test_each_recognition_has_a_number_of_its_own_for_48_hours(desk: Desk) -> None:
    first, second = await desk.recognise(), await desk.recognise(email="altra@prova.example")
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        slip = await desk_slip(work, desk.operator, second)
        assert len(slip.number.replace(" ", "")) == 8
        with pytest.raises(SlipOver):
            await desk_slip(work, desk.operator, first)
    with as_of(utcnow() + timedelta(hours=49)):
        async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
            with pytest.raises(SlipOver):
                await desk_slip(work, desk.operator, second)


async def test_another_office_does_not_see_the_number(desk: Desk) -> None:
    made = await desk.recognise()
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        other = await an_operator(work, desk.territory.ambito_office_id, (Role.DESK_OPERATOR,))
    async with unit_of_work(other, read_only=True, bind=desk.connection) as work:
        with pytest.raises(NotFound):
            await desk_slip(work, other, made)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"document_expires_on": date(2020, 1, 1)}, "document_expires_on"),
        ({"email": ""}, "email"),
        ({"email": "", "phone": "3331234567"}, "email"),
    ],
)
async def test_an_old_document_or_no_contact_for_codes_is_refused(
    desk: Desk, facts: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await desk.recognise(**facts)
    assert list(refused.value.fields) == [field]
    assert await desk.count("access.account") == 0


async def test_where_sms_leave_a_mobile_number_is_enough(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "sms_url", "https://sms.prova.example")
    await desk.recognise(email="", phone="333 1234567")
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        assert (await person_card(work, desk.operator, desk.rosa_id)).phone == "+393331234567"


async def test_who_does_not_work_at_the_desk_or_elsewhere_recognises_nobody(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        auditor = await an_operator(work, desk.territory.office_id, (Role.AUDITOR,))
        neighbour = await an_operator(work, desk.territory.neighbour_office_id, (Role.DESK_OPERATOR,))
    for operator, refusal in ((auditor, NotAllowed), (neighbour, NotFound)):
        with pytest.raises(refusal):
            async with unit_of_work(operator, bind=desk.connection) as work:
                await identify_citizen(work, operator, recognition(desk.rosa_id))


async def test_postgresql_shows_recognitions_only_where_the_person_is_known(desk: Desk) -> None:
    await desk.recognise()
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        neighbour = await an_operator(work, desk.territory.neighbour_office_id, (Role.DESK_OPERATOR,))
    assert await desk.count("access.identification", desk.operator) == 1
    assert await desk.count("access.identification", neighbour) == 0
    for table in ("access.code_contact", "access.sign_in_code", "access.account"):
        assert await desk.count(table, desk.operator) == 0


@pytest.mark.parametrize("table", ["identification", "account_link"])
async def test_what_was_written_at_the_desk_is_never_changed(desk: Desk, table: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        async with unit_of_work(SYSTEM, bind=desk.connection) as work:
            await (await work.session.connection()).execute(sa.text(f"DELETE FROM access.{table}"))

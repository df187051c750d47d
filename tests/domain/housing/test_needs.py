"""Who looks for a dwelling: one open need for each person, fed by the desk, closed and opened again, read by few."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import ProgrammingError

from domain.housing.actions.close_need import CloseNeed, close_need
from domain.housing.actions.reopen_need import reopen_need
from domain.housing.queries.old_needs import old_needs
from domain.housing.refusals import NeedAlreadyClosed, NeedAlreadyOpen, NotAHousingRole
from domain.housing.rules.wishes import wish_of
from domain.housing.terms import DwellingKind, NeedReason, NeedStatus, NeedStep
from domain.kernel.actor import Actor, Operator, Visitor
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from domain.reception.actions.desks.set_desk import SetDesk, set_desk
from domain.reception.actions.sheets.reopen_sheet import reopen_sheet
from domain.reception.terms.desks import Section
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from tests.domain.housing.conftest import WISH, Register
from tests.support.given import SYSTEM, a_citizen, an_operator
from tests.support.personas import FATIMA, ROSA

VIOLENCE: dict[str, Any] = {"sections": {"housing": WISH, "first_assessment": {"violence": "yes"}}}


async def close(register: Register, need_id: UUID, operator: Operator | None = None, **facts: Any) -> None:
    who = operator or register.worker
    async with unit_of_work(who, bind=register.desk.connection) as work:
        answers = {"closing_code": "TROVATA.ERP", "note": "Via Nuova"} | facts
        await close_need(work, who, CloseNeed(need_id=need_id, **answers))


async def reopen(register: Register, need_id: UUID) -> None:
    async with unit_of_work(register.worker, bind=register.desk.connection) as work:
        await reopen_need(work, register.worker, need_id)


async def test_a_contact_that_asks_for_a_dwelling_opens_one_need(register: Register) -> None:
    sheet_id = await register.says(await register.desk.person())
    (row,) = await register.rows()
    assert (row.full_name, row.kind, row.reason) == (ROSA.full_name, DwellingKind.RENT, NeedReason.EVICTION)
    assert (row.rooms, row.people, row.most_rent) == (3, 4, Decimal("450.50"))
    assert row.since_on == date(2020, 3, 1)
    file = await register.file(row.id)
    assert [(one.step, one.operator, one.sheet_id) for one in file.history] == [
        (NeedStep.ASKED, "Luca Banco", sheet_id)
    ]


async def test_a_second_contact_updates_the_same_need_and_the_first_stays_in_the_history(register: Register) -> None:
    rosa = await register.desk.person()
    await register.says(rosa)
    await register.says(rosa, wish={"kind": "temporary", "rooms": "2", "since": ""})
    (row,) = await register.rows()
    assert (row.kind, row.rooms, row.since_on) == (DwellingKind.TEMPORARY, 2, date(2020, 3, 1))
    history = (await register.file(row.id)).history
    assert [(one.step, one.rooms) for one in history] == [(NeedStep.ASKED_AGAIN, 2), (NeedStep.ASKED, 3)]


async def test_an_older_contact_completed_later_does_not_overwrite(register: Register) -> None:
    rosa = await register.desk.person()
    await register.says(rosa)
    await register.says(rosa, contact_on=date(2020, 1, 10), wish={"rooms": "5", "since": ""})
    (row,) = await register.rows()
    assert (row.rooms, row.since_on) == (3, date(2020, 1, 10))


async def test_a_sheet_opened_again_and_completed_adds_a_line_and_no_need(register: Register) -> None:
    rosa = await register.desk.person()
    sheet_id = await register.says(rosa)
    async with unit_of_work(register.desk.operator, bind=register.desk.connection) as work:
        await reopen_sheet(work, register.desk.operator, sheet_id)
    await register.says(rosa, sheet_id=sheet_id, wish={"rooms": "6"})
    (row,) = await register.rows()
    assert row.rooms == 6


@pytest.mark.parametrize("kind", ["dispute", "paperwork"])
async def test_other_help_with_housing_and_anonymous_contacts_open_no_need(register: Register, kind: str) -> None:
    await register.says(await register.desk.person(), wish={"kind": kind})
    await register.says(None, is_anonymous=True, told={"alias": "Stella"})
    assert await register.rows(status=None) == []


async def test_a_need_is_closed_with_a_reason_of_the_list_and_opened_again(register: Register) -> None:
    await register.says(await register.desk.person())
    (row,) = await register.rows()
    for wrong in ("TROVATA", "NON_ESISTE"):
        with pytest.raises(Invalid):
            await close(register, row.id, closing_code=wrong)
    await close(register, row.id)
    assert await register.rows() == []
    (closed,) = await register.rows(status=NeedStatus.CLOSED)
    assert closed.closing_code == "TROVATA.ERP"
    file = await register.file(row.id)
    assert file.closing is not None
    assert (file.closing.outcome, file.closing.reason) == ("Casa trovata", "Alloggio popolare assegnato")
    with pytest.raises(NeedAlreadyClosed):
        await close(register, row.id)
    await reopen(register, row.id)
    file = await register.file(row.id)
    assert file.is_open
    assert [one.step for one in file.history] == [NeedStep.REOPENED, NeedStep.CLOSED, NeedStep.ASKED]
    assert file.history[1].note == "Via Nuova"


async def test_after_closing_a_new_contact_opens_another_and_the_old_one_stays_closed(register: Register) -> None:
    rosa = await register.desk.person()
    await register.says(rosa)
    (first,) = await register.rows()
    await close(register, first.id)
    await register.says(rosa)
    (second,) = await register.rows()
    assert second.id != first.id
    with pytest.raises(NeedAlreadyOpen):
        await reopen(register, first.id)


async def test_lists_are_filtered(register: Register) -> None:
    await register.says(await register.desk.person())
    await register.says(await register.desk.person(FATIMA), wish={"kind": "buy", "rooms": "1", "reason": "other"})
    assert len(await register.rows()) == 2
    narrowing: tuple[dict[str, Any], ...] = ({"kind": DwellingKind.BUY}, {"reason": NeedReason.EVICTION}, {"rooms": 2})
    for wanted in narrowing:
        assert len(await register.rows(**wanted)) == 1, wanted
    assert await register.rows(office_id=register.desk.other_office_id) == []


async def test_only_who_follows_people_closes(register: Register) -> None:
    await register.says(await register.desk.person())
    (row,) = await register.rows(register.desk.operator)
    with pytest.raises(NotAHousingRole):
        await close(register, row.id, register.desk.operator)
    for role in (Role.ADMIN_CLERK, Role.THIRD_SECTOR, Role.PLANNER, Role.AUDITOR, Role.ENTE_ADMIN):
        stranger = await register.desk.as_role(role)
        assert await register.rows(stranger) == [], role
        with pytest.raises(NotFound):
            await register.file(row.id, stranger)


async def test_a_need_is_seen_by_no_more_people_than_its_sheet(register: Register) -> None:
    desk = register.desk
    there = await desk.as_role(Role.SOCIAL_WORKER, office_id=desk.other_office_id)
    rosa = await desk.person()
    await register.says(rosa)
    assert len(await register.rows(there)) == 1
    await register.masks(masks=(("housing", "desk_operator"),))
    await register.says(rosa)
    assert await register.rows(desk.operator) == []
    assert len(await register.rows()) == 1
    await register.masks(is_masked_elsewhere=True)
    await register.says(rosa)
    assert await register.rows(there) == []
    await register.masks()
    await register.says(rosa, **VIOLENCE)
    assert await register.rows(desk.operator) == []
    assert len(await register.rows()) == 1
    head = await desk.as_role(Role.OFFICE_HEAD, office_id=desk.other_office_id)
    async with unit_of_work(head, bind=desk.connection) as work:
        await set_desk(work, head, SetDesk(office_id=head.office_id, sections=(Section.HOUSING,), required=()))
    await register.says(rosa, there)
    assert await register.rows(there) == []
    assert len(await register.rows()) == 1


async def test_each_reading_of_a_person_is_noted_with_its_purpose(register: Register) -> None:
    rosa = await register.desk.person()
    await register.says(rosa)
    (row,) = await register.rows()
    await register.file(row.id)
    with pytest.raises(NotFound):
        await register.file(row.id, await register.desk.as_role(Role.AUDITOR))
    async with unit_of_work(SYSTEM, bind=register.desk.connection) as work:
        raw = await work.session.connection()
        noted = sa.text("SELECT person_id, purpose FROM platform.reading WHERE subject = 'housing_need'")
        found = (await raw.execute(noted)).all()
    assert sorted(map(str, (one.person_id for one in found))) == sorted(map(str, (rosa, rosa, None)))
    assert {one.purpose for one in found} == {"housing_work"}


async def count(register: Register, actor: Actor | None, table: str) -> int:
    connection = register.desk.connection
    async with connection.begin_nested() as savepoint:
        await connection.execute(sa.text("RESET ALL"))
        if actor is not None:
            await connection.run_sync(tell, actor)
        found = (await connection.execute(sa.text(f"SELECT count(*) FROM housing.{table}"))).scalar_one()
        await savepoint.rollback()
        return found


async def test_postgresql_alone_hides_needs_from_strangers_and_of_protected_people(register: Register) -> None:
    desk = register.desk
    rosa = await desk.person()
    await register.says(rosa)
    neighbour = await desk.as_role(Role.SOCIAL_WORKER, office_id=desk.territory.neighbour_office_id)
    citizen = a_citizen(desk.territory, rosa)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        reader = await an_operator(work, desk.territory.office_id)
    for table in ("housing_need", "housing_need_step"):
        assert await count(register, register.worker, table) == 1
        for actor in (neighbour, citizen, Visitor(desk.territory.family), None):
            assert await count(register, actor, table) == 0, (table, actor)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=rosa, operator_ids=(reader.operator_id,)))
    for table in ("housing_need", "housing_need_step"):
        assert await count(register, register.worker, table) == 0
        assert await count(register, reader, table) == 1
    assert await register.rows() == []


async def test_the_history_is_not_rewritten(register: Register) -> None:
    await register.desk.connection.run_sync(tell, SYSTEM)
    for statement in ("UPDATE housing.housing_need_step SET note = ''", "DELETE FROM housing.housing_need"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            async with register.desk.connection.begin_nested():
                await register.desk.connection.execute(sa.text(statement))


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "kind": st.sampled_from(["rent", "buy", "temporary", "dispute", "paperwork"]),
            "since": st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(date.isoformat),
            "rooms": st.integers(0, 999),
        },
    ),
    st.dates(date(2000, 1, 1), date(2026, 12, 31)),
)
def test_only_a_dwelling_is_a_wish_and_it_never_begins_after_it_was_said(answers: dict[str, Any], day: date) -> None:
    wish = wish_of(answers, day)
    assert (wish is None) == (answers.get("kind") not in [kind.value for kind in DwellingKind])
    assert wish is None or wish.since_on <= day


async def test_a_closed_need_is_counted_once_its_term_is_over_and_an_open_one_never(register: Register) -> None:
    rosa, fatima = await register.desk.person(), await register.desk.person(FATIMA)
    await register.says(rosa)
    await register.says(fatima)
    needs = {row.full_name: row.id for row in await register.rows()}
    await close(register, needs[ROSA.full_name])
    async with unit_of_work(SYSTEM, read_only=True, bind=register.desk.connection) as work:
        ente_id = register.worker.ente_id
        assert await old_needs(work, SYSTEM, work.now - timedelta(minutes=5), (ente_id,)) == {}
        assert await old_needs(work, SYSTEM, work.now + timedelta(minutes=5), (ente_id,)) == {ente_id: 1}

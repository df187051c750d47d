"""Who may change an ente, its offices and its roles; both locks are tried, each alone."""

from datetime import date, time

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.organization.actions.assign_role import AssignRole, assign_role
from domain.organization.actions.change_ente import ChangeEnte, change_ente
from domain.organization.actions.end_role import EndRole, end_role
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.actions.open_office import OpenOffice, open_office
from domain.organization.actions.register_operator import RegisterOperator, register_operator
from domain.organization.actions.set_logo import SetLogo, set_logo
from domain.organization.actions.set_opening_hours import SetOpeningHours, set_opening_hours
from domain.organization.model.ente import Ente
from domain.organization.queries.enti import ente
from domain.organization.queries.offices import office
from domain.organization.queries.operators import operator_by_email, operator_card, operator_names, operators_of
from domain.organization.queries.roles_today import offices_and_roles
from domain.organization.refusals import (
    EmailTaken,
    EnteChangedMeanwhile,
    NotAnAdministrator,
    OfficeNameTaken,
    RoleAlreadyHeld,
    RoleEndsTooEarly,
    RoleTooWide,
    SlugTaken,
)
from domain.organization.terms import EnteKind, OfficeKind, Palette
from domain.platform.work import unit_of_work
from tests.support import given
from tests.support.given import SYSTEM, Territory
from tests.support.questions import Questions


@pytest.fixture
async def territory(connection: AsyncConnection) -> Territory:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return await given.a_territory(work)


async def an_admin(connection: AsyncConnection, office_id: object, role: Role = Role.ENTE_ADMIN) -> Operator:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        return await given.an_operator(work, office_id, [role])  # pyright: ignore[reportArgumentType]


def a_change(**facts: object) -> ChangeEnte:
    return ChangeEnte.model_validate({"name": "Comune di Prova", "site_name": "Sociale", "seen_version": 1} | facts)


async def test_an_admin_changes_the_ente_and_italian_stays(connection: AsyncConnection, territory: Territory) -> None:
    admin = await an_admin(connection, territory.office_id)
    async with unit_of_work(admin, bind=connection) as work:
        await change_ente(work, admin, a_change(languages=("ar",), palette="teal", pec="PEC@prova.example"))
    async with unit_of_work(admin, bind=connection) as work:
        await set_logo(work, admin, SetLogo(address="logo/1", media_type="image/png"))
    async with unit_of_work(admin, read_only=True, bind=connection) as work:
        row = await ente(work, territory.comune_id)
    assert (row.name, row.languages, row.palette, row.pec) == (
        "Comune di Prova",
        ("it", "ar"),
        Palette.TEAL,
        "pec@prova.example",
    )
    assert (row.logo_address, row.logo_media_type, row.version) == ("logo/1", "image/png", 3)


async def test_a_change_made_on_an_old_page_is_refused(connection: AsyncConnection, territory: Territory) -> None:
    admin = await an_admin(connection, territory.office_id)
    async with unit_of_work(admin, bind=connection) as work:
        await change_ente(work, admin, a_change())
    with pytest.raises(EnteChangedMeanwhile):
        async with unit_of_work(admin, bind=connection) as work:
            await change_ente(work, admin, a_change(name="Un altro nome"))


@pytest.mark.parametrize("wrong", [{"email": "no"}, {"accessibility_url": "javascript:alert(1)"}, {"name": ""}])
def test_wrong_facts_are_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        a_change(**wrong)


async def test_an_admin_cannot_change_another_ente_through_the_door(
    connection: AsyncConnection, territory: Territory
) -> None:
    admin = await an_admin(connection, territory.office_id)
    with pytest.raises(NotAnAdministrator):
        async with unit_of_work(admin, bind=connection) as work:
            await change_ente(work, admin, a_change(ente_id=territory.neighbour_id))
    with pytest.raises(NotAnAdministrator):
        async with unit_of_work(admin, bind=connection) as work:
            await set_opening_hours(work, admin, SetOpeningHours(office_id=territory.neighbour_office_id))


async def test_row_level_security_alone_stops_a_change_of_another_ente(
    connection: AsyncConnection, territory: Territory
) -> None:
    admin = await an_admin(connection, territory.office_id)
    async with unit_of_work(admin, bind=connection) as work:
        changed = await work.session.exec(
            sa.update(Ente)
            .values(name="Preso")
            .where(sa.column("id").in_([territory.neighbour_id, territory.comune_id]))
        )
        assert changed.rowcount == 1
    with pytest.raises(ProgrammingError, match="row-level security"):
        async with unit_of_work(admin, bind=connection) as work:
            work.session.add(Ente(kind=EnteKind.COMUNE, name="Intruso", slug="intruso"))


async def test_an_ente_of_another_ambito_is_not_there(connection: AsyncConnection, territory: Territory) -> None:
    admin = await an_admin(connection, territory.ambito_office_id, Role.AMBITO_ADMIN)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        elsewhere = await given.a_territory(work)
    with pytest.raises(NotFound):
        async with unit_of_work(admin, bind=connection) as work:
            await change_ente(work, admin, a_change(ente_id=elsewhere.comune_id))


async def test_the_ambito_admin_changes_its_comuni(connection: AsyncConnection, territory: Territory) -> None:
    admin = await an_admin(connection, territory.ambito_office_id, Role.AMBITO_ADMIN)
    async with unit_of_work(admin, bind=connection) as work:
        await change_ente(work, admin, a_change(ente_id=territory.neighbour_id))
        assert (await ente(work, territory.neighbour_id)).name == "Comune di Prova"


async def test_a_plain_operator_administers_nothing(connection: AsyncConnection, territory: Territory) -> None:
    plain = await an_admin(connection, territory.office_id, Role.OFFICE_HEAD)
    with pytest.raises(NotAnAdministrator):
        async with unit_of_work(plain, bind=connection) as work:
            await change_ente(work, plain, a_change())
    command = OpenOffice(ente_id=territory.comune_id, kind=OfficeKind.HELP_DESK, name="Mio")
    with pytest.raises(NotAnAdministrator):
        async with unit_of_work(plain, bind=connection) as work:
            await open_office(work, plain, command)
    async with unit_of_work(plain, read_only=True, bind=connection) as work:
        assert (await operators_of(work, plain)).total == 0


async def test_the_hours_of_a_week_are_replaced(connection: AsyncConnection, territory: Territory) -> None:
    admin = await an_admin(connection, territory.office_id)

    async def set_to(*hours: tuple[int, int, int]) -> None:
        async with unit_of_work(admin, bind=connection) as work:
            stretches = tuple(
                SetOpeningHours.Hours(weekday=day, opening_time=time(opens), closing_time=time(closes))
                for day, opens, closes in hours
            )
            await set_opening_hours(work, admin, SetOpeningHours(office_id=territory.office_id, hours=stretches))

    await set_to((0, 9, 12), (3, 9, 12), (3, 15, 17), (4, 9, 12))
    await set_to((0, 9, 12), (2, 15, 17), (4, 9, 12))
    async with unit_of_work(admin, read_only=True, bind=connection) as work:
        row = await office(work, territory.office_id)
    told = [([str(day) for day in line.weekdays], line.stretches) for line in row.opening_text]
    assert told == [(["lunedì", "venerdì"], ((time(9), time(12)),)), (["mercoledì"], ((time(15), time(17)),))]
    with pytest.raises(Invalid) as refused:
        await set_to((0, 9, 12), (1, 9, 12), (0, 11, 13))
    assert list(refused.value.fields) == ["hours.2.opening_time"]
    with pytest.raises(Invalid) as refused:
        await set_to((0, 12, 9))
    assert list(refused.value.fields) == ["hours.0.closing_time"]


async def test_after_the_end_date_of_a_role_the_role_is_gone(connection: AsyncConnection, territory: Territory) -> None:
    worker = await an_admin(connection, territory.office_id, Role.SOCIAL_WORKER)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        role = (await operator_card(work, worker.operator_id)).roles[0]
        await end_role(work, SYSTEM, EndRole(assignment_id=role.assignment_id, ends_on=date(2026, 6, 30)))
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        ended = (await operator_card(work, worker.operator_id)).roles[0]
        held = {
            day: await offices_and_roles(work, worker.operator_id, day) for day in (date(2026, 6, 30), date(2026, 7, 1))
        }
    assert (ended.starts_on, ended.ends_on) == (given.LONG_AGO, date(2026, 6, 30))
    assert [row.roles for row in held[date(2026, 6, 30)]] == [frozenset({Role.SOCIAL_WORKER})]
    assert held[date(2026, 7, 1)] == []


async def test_what_a_role_refuses(connection: AsyncConnection, territory: Territory) -> None:
    admin = await an_admin(connection, territory.office_id)

    async def give(role: Role, office_id: object = territory.office_id, **days: date) -> None:
        async with unit_of_work(admin, bind=connection) as work:
            await assign_role(
                work,
                admin,
                AssignRole.model_validate(
                    {
                        "operator_id": admin.operator_id,
                        "office_id": office_id,
                        "role": role,
                        "starts_on": date(2026, 1, 1),
                    }
                    | days
                ),
            )

    await give(Role.EDUCATOR, ends_on=date(2026, 1, 31))
    await give(Role.EDUCATOR, starts_on=date(2026, 2, 1))
    with pytest.raises(RoleAlreadyHeld):
        await give(Role.EDUCATOR, starts_on=date(2026, 1, 31), ends_on=date(2026, 1, 31))
    with pytest.raises(RoleEndsTooEarly):
        await give(Role.EDUCATOR, ends_on=date(2025, 1, 1))
    with pytest.raises(RoleTooWide):
        await give(Role.AMBITO_ADMIN)
    with pytest.raises(NotAnAdministrator):
        await give(Role.EDUCATOR, office_id=territory.ambito_office_id)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        role = (await operator_card(work, admin.operator_id)).roles[0]
    with pytest.raises(RoleEndsTooEarly):
        async with unit_of_work(admin, bind=connection) as work:
            await end_role(work, admin, EndRole(assignment_id=role.assignment_id, ends_on=date(2019, 1, 1)))


async def test_names_that_are_taken_are_refused(connection: AsyncConnection, territory: Territory) -> None:
    async def twice(refusal: type[Exception], action: object, command: object) -> None:
        async with unit_of_work(SYSTEM, bind=connection) as work:
            await action(work, SYSTEM, command)  # pyright: ignore[reportCallIssue]
        with pytest.raises(refusal):
            async with unit_of_work(SYSTEM, bind=connection) as work:
                await action(work, SYSTEM, command)  # pyright: ignore[reportCallIssue]

    await twice(SlugTaken, open_ente, OpenEnte(kind=EnteKind.COMUNE, name="Due", slug="due"))
    await twice(
        OfficeNameTaken, open_office, OpenOffice(ente_id=territory.comune_id, kind=OfficeKind.HELP_DESK, name="Uno")
    )
    await twice(
        EmailTaken,
        register_operator,
        RegisterOperator(ente_id=territory.comune_id, given_name="Ugo", family_name="Uno", email="uno@prova.example"),
    )


async def test_operators_are_listed_in_pages_with_few_questions(
    connection: AsyncConnection, territory: Territory, questions: Questions
) -> None:
    admin = await an_admin(connection, territory.office_id)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        ids = [
            (await given.an_operator(work, territory.office_id, names=f"Nome Cognome{number:02}")).operator_id
            for number in range(30)
        ]
        await given.an_operator(work, territory.neighbour_office_id)
        found = await operator_by_email(work, " OP999999@prova.example ")
        assert found is None
        assert (await operator_names(work, ids[:2])) == {ids[0]: "Nome Cognome00", ids[1]: "Nome Cognome01"}
        email = (await operator_card(work, ids[3])).email
        same = await operator_by_email(work, email.upper())
        assert same is not None
        assert same.id == ids[3]
    async with unit_of_work(admin, read_only=True, bind=connection) as work:
        with questions(at_most=3):
            listed = await operators_of(work, admin, 2)
    assert (listed.total, len(listed.items), listed.pages, listed.has_next) == (31, 6, 2, False)
    assert all(row.roles for row in listed.items)

"""Organisations are known in the whole ambito, written by one ente, found with a wrong letter, and never lost."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator, Visitor
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from domain.registry.actions.bodies.change_body import ChangeBody, change_body
from domain.registry.actions.bodies.end_body import EndBody, end_body
from domain.registry.actions.bodies.record_body import RecordBody, record_body
from domain.registry.actions.bodies.take_up_body import take_up_body
from domain.registry.queries.bodies.bodies_named import bodies_named
from domain.registry.queries.bodies.body_list import BodyFilter, body_list, body_names
from domain.registry.queries.bodies.body_sheet import BodySheet, body_sheet
from domain.registry.refusals import BodyChangedMeanwhile, BodyNameTaken, BodyOfOthers, PeriodReversed
from domain.registry.rules.bodies import BodyFacts, searched
from tests.support.given import SYSTEM, a_territory, an_operator

SCHOOL: dict[str, Any] = {"kind": "SCUOLA", "name": "Scuola primaria Gianni Rodari", "city": "Borgo Sereno"}


class Bodies:
    """A desk of one comune, a desk of its neighbour, a stranger of another ambito; what they do with bodies."""

    connection: AsyncConnection
    desk: Operator
    neighbour: Operator
    stranger: Operator

    async def add(self, operator: Operator | None = None, **facts: Any) -> UUID:
        who = operator or self.desk
        async with unit_of_work(who, bind=self.connection) as work:
            return await record_body(work, who, RecordBody(**(SCHOOL | facts)))

    async def change(self, body_id: UUID, operator: Operator | None = None, version: int = 1, **facts: Any) -> None:
        who = operator or self.desk
        async with unit_of_work(who, bind=self.connection) as work:
            await change_body(work, who, ChangeBody(body_id=body_id, seen_version=version, **(SCHOOL | facts)))

    async def end(self, body_id: UUID, days_ago: int = 1, operator: Operator | None = None) -> None:
        who = operator or self.desk
        async with unit_of_work(who, bind=self.connection) as work:
            await end_body(work, who, EndBody(body_id=body_id, last_day=work.today - timedelta(days=days_ago)))

    async def found(self, typed: str = "", operator: Operator | None = None, **more: Any) -> list[str]:
        who = operator or self.desk
        async with unit_of_work(who, read_only=True, bind=self.connection) as work:
            return [row.name for row in (await body_list(work, who, BodyFilter(typed, **more))).items]

    async def sheet(self, body_id: UUID, operator: Operator | None = None) -> BodySheet:
        who = operator or self.desk
        async with unit_of_work(who, read_only=True, bind=self.connection) as work:
            return await body_sheet(work, who, body_id)

    async def began_before(self, body_id: UUID, days: int) -> None:
        """Time has passed since it was written down."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            earlier = {"day": work.today - timedelta(days=days), "body": body_id}
            await (await work.session.connection()).execute(
                sa.text("UPDATE registry.external_body SET starts_on = :day WHERE id = :body"), earlier
            )


@pytest.fixture
async def bodies(connection: AsyncConnection) -> Bodies:
    """Nobody has written anything down."""
    made = Bodies()
    made.connection = connection
    async with unit_of_work(SYSTEM, bind=connection) as work:
        here, elsewhere = await a_territory(work), await a_territory(work)
        made.desk = await an_operator(work, here.office_id, [Role.DESK_OPERATOR])
        made.neighbour = await an_operator(work, here.neighbour_office_id, [Role.DESK_OPERATOR])
        made.stranger = await an_operator(work, elsewhere.office_id, [Role.DESK_OPERATOR])
    return made


async def test_an_organisation_is_read_in_the_whole_ambito_and_changed_only_by_who_wrote_it(bodies: Bodies) -> None:
    school = await bodies.add(contacts=({"name": "Ivo Prova", "role": "Segreteria", "phone": "0123 45678"}, {}))
    seen = await bodies.sheet(school, bodies.neighbour)
    assert (seen.name, seen.kind_label, seen.may_change) == (SCHOOL["name"], "Scuola o ente di formazione", False)
    assert list(seen.contacts) == [{"name": "Ivo Prova", "role": "Segreteria", "phone": "0123 45678"}]
    with pytest.raises(BodyOfOthers):
        await bodies.change(school, bodies.neighbour, city="Altrove")
    with pytest.raises(BodyOfOthers):
        await bodies.end(school, 0, bodies.neighbour)
    with pytest.raises(NotFound):
        await bodies.sheet(school, bodies.stranger)
    assert await bodies.found(operator=bodies.stranger) == []
    await bodies.change(school, city="Pieve Alta", contacts=())
    seen = await bodies.sheet(school)
    assert (seen.city, list(seen.contacts), seen.version) == ("Pieve Alta", [], 2)


@pytest.mark.parametrize(
    "typed",
    ["rodari", "RODARI gianni", "Gianni Roddari", "scuolla rodari", "Ródari", "12345670017", "it 12345670017"[3:]],
)
async def test_an_organisation_is_found_by_words_with_a_wrong_letter_and_by_its_numbers(
    bodies: Bodies, typed: str
) -> None:
    await bodies.add(vat_number="12345670017")
    await bodies.add(name="Ambulatorio di via Roma", kind="SANITA")
    assert (await bodies.found(typed))[:1] == [SCHOOL["name"]]


async def test_what_nobody_calls_like_that_is_not_found(bodies: Bodies) -> None:
    await bodies.add()
    assert await bodies.found("parrocchia") == []
    assert await bodies.found("rodari parrocchia") == []
    assert await bodies.found(kind="SANITA") == []
    assert await bodies.found("%") == [SCHOOL["name"]], "signs alone ask for nothing"


async def test_a_name_is_taken_once_in_an_ente_and_again_after_the_end(bodies: Bodies) -> None:
    school = await bodies.add()
    with pytest.raises(BodyNameTaken):
        await bodies.add(name="  SCUOLA primaria «Gianni Rodari» ")
    await bodies.add(bodies.neighbour)
    await bodies.began_before(school, 10)
    await bodies.end(school)
    again = await bodies.add()
    async with unit_of_work(bodies.desk, read_only=True, bind=bodies.connection) as work:
        assert await bodies_named(work, bodies.desk, (SCHOOL["name"],)) == {SCHOOL["name"]: again}
    with pytest.raises(BodyNameTaken):
        async with unit_of_work(bodies.desk, bind=bodies.connection) as work:
            await take_up_body(work, bodies.desk, school)


async def test_after_its_last_day_it_is_no_longer_offered_and_can_be_taken_up_again(bodies: Bodies) -> None:
    school = await bodies.add()
    with pytest.raises(PeriodReversed):
        await bodies.end(school, 1)
    await bodies.end(school, 0)
    assert await bodies.found() == [SCHOOL["name"]], "the last day counts"
    await bodies.began_before(school, 10)
    await bodies.end(school)
    assert await bodies.found() == []
    assert await bodies.found(also_ended=True) == [SCHOOL["name"]]
    assert (await bodies.sheet(school)).is_over
    async with unit_of_work(bodies.desk, bind=bodies.connection) as work:
        assert await body_names(work, bodies.desk) == []
        await take_up_body(work, bodies.desk, school)
    assert await bodies.found() == [SCHOOL["name"]]


async def test_two_who_change_at_once_do_not_overwrite_each_other(bodies: Bodies) -> None:
    school = await bodies.add()
    await bodies.change(school, phone="0123 1")
    with pytest.raises(BodyChangedMeanwhile):
        await bodies.change(school, phone="0123 2")
    assert (await bodies.sheet(school)).phone == "0123 1"


async def test_a_kind_that_is_not_in_the_list_is_refused(bodies: Bodies) -> None:
    with pytest.raises(Invalid, match="Controlla"):
        await bodies.add(kind="CIRCO")


async def test_who_only_reads_writes_nothing(bodies: Bodies) -> None:
    async with unit_of_work(SYSTEM, bind=bodies.connection) as work:
        reader = await an_operator(work, bodies.desk.office_id, [Role.THIRD_SECTOR])
        accountant = await an_operator(work, bodies.desk.office_id, [Role.ACCOUNTANT])
    school = await bodies.add()
    assert not (await bodies.sheet(school, reader)).may_change
    with pytest.raises(NotAllowed):
        await bodies.add(reader, name="Un'altra scuola")
    with pytest.raises(NotAllowed):
        await bodies.change(school, reader)
    assert await bodies.found(operator=accountant) == []


async def test_postgresql_alone_keeps_organisations_within_their_ambito(bodies: Bodies) -> None:
    school = await bodies.add()
    async with unit_of_work(SYSTEM, bind=bodies.connection) as work:
        connection = await work.session.connection()
        for actor, seen in ((bodies.desk, 1), (bodies.neighbour, 1), (bodies.stranger, 0), (Visitor(), 0)):
            await connection.run_sync(tell, actor)
            found = await connection.execute(sa.text("SELECT count(*) FROM registry.external_body"))
            assert found.scalar_one() == seen, actor
        await connection.run_sync(tell, bodies.neighbour)
        changed = await connection.execute(sa.text("UPDATE registry.external_body SET name = 'Mia'"))
        assert changed.rowcount == 0
    assert (await bodies.sheet(school)).name == SCHOOL["name"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("vat_number", "12345670018"), ("codice_fiscale", "RSSMRA"), ("email", "nessuno"), ("pec", "a@b"), ("name", " ")],
)
def test_numbers_and_addresses_that_cannot_be_are_refused(field: str, value: str) -> None:
    with pytest.raises(ValidationError, match=field):
        BodyFacts.model_validate(SCHOOL | {field: value})


def test_a_partita_iva_is_kept_without_blanks_and_without_the_country() -> None:
    assert BodyFacts.model_validate(SCHOOL | {"vat_number": " IT 1234567 0017"}).vat_number == "12345670017"


@given(st.text(max_size=60))
def test_searching_a_name_again_changes_nothing(name: str) -> None:
    assert searched(searched(name)) == searched(name)


async def test_no_organisation_is_ever_deleted(bodies: Bodies) -> None:
    school = await bodies.add()
    with pytest.raises(ProgrammingError, match="permission denied"):
        async with unit_of_work(bodies.desk, bind=bodies.connection) as work:
            await (await work.session.connection()).execute(sa.text("DELETE FROM registry.external_body"))
    assert (await bodies.sheet(school)).name == SCHOOL["name"]

"""Somebody is found in the civil registry and brought in, with the people they live with, without typing."""

from datetime import date
from typing import Any
from uuid import UUID

import httpx
import pytest
import sqlalchemy as sa

from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.civil.import_person import ImportPerson, import_person
from domain.registry.actions.civil.register_unchecked_person import RegisterUncheckedPerson, register_unchecked_person
from domain.registry.actions.civil.search_civil_registry import SearchCivilRegistry, search_civil_registry
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.queries.civil.standing import CivilStanding, civil_standing
from domain.registry.queries.facts.facts_of import facts_of
from domain.registry.queries.household_of import household_of
from domain.registry.refusals import AlreadyRegistered, NobodyInRegistry, RegistryUnavailable, RegistryUnreadable
from domain.registry.terms import FactKind, FactSource, Kinship
from tests.domain.registry.civil.conftest import PRACTICE, Desk
from tests.support import given
from tests.support.given import SYSTEM
from tests.support.outside.civil_registry import home, resident
from tests.support.personas import DAVIDE, FATIMA, ROSA, YOUSSEF, Persona

FAMILY = home(resident(DAVIDE), resident(FATIMA, "2"), resident(YOUSSEF, "3"), number="12", inside="6")


async def bring_in(desk: Desk, persona: Persona, **more: Any) -> UUID:
    command = ImportPerson(codice_fiscale=persona.codice_fiscale, practice=PRACTICE, **more)
    return await import_person(desk.operator, command, bind=desk.connection)


async def standing(desk: Desk, person_id: UUID) -> CivilStanding:
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        return await civil_standing(work, desk.operator, person_id)


async def inquiries(desk: Desk) -> list[tuple[str, str]]:
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        wanted = sa.text("SELECT outcome, practice FROM registry.civil_inquiry ORDER BY number")
        return [tuple(row) for row in (await (await work.session.connection()).execute(wanted)).all()]


async def test_a_code_brings_in_name_birth_address_and_household(desk: Desk) -> None:
    desk.civil_office.has(FAMILY)
    person_id = await bring_in(desk, DAVIDE)
    card = await desk.card(person_id)
    assert (card.full_name, card.born_on, card.sex) == (DAVIDE.full_name, DAVIDE.born_on, "M")
    assert card.residence is not None
    assert (card.residence.street, card.residence.city) == ("Via dei Tigli 12, interno 6", "Borgo")
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        lives = {one.full_name: one.kinship for one in await household_of(work, desk.operator, person_id)}
        facts = await facts_of(work, desk.operator, person_id)
    assert lives == {
        DAVIDE.full_name: Kinship.REFERENCE,
        FATIMA.full_name: Kinship.SPOUSE,
        YOUSSEF.full_name: Kinship.CHILD,
    }
    assert {one.source for one in facts} == {FactSource.CIVIL_REGISTRY}
    assert [one.starts_on for one in facts if one.kind is FactKind.RESIDENCE] == [date(2022, 3, 1)]


async def test_who_is_brought_in_twice_is_there_once(desk: Desk) -> None:
    desk.civil_office.has(FAMILY)
    first = await bring_in(desk, DAVIDE)
    assert await bring_in(desk, DAVIDE) == first
    assert await desk.waiting(first) == []
    assert not (await standing(desk, first)).is_unchecked


async def test_of_somebody_we_have_nothing_is_overwritten(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        ours = await given.a_person(work, desk.territory, DAVIDE, family_name="Pastorini")
    desk.civil_office.has(home(resident(DAVIDE)))
    assert await bring_in(desk, DAVIDE) == ours
    assert (await desk.card(ours)).family_name == "Pastorini"
    assert {one.told.get("family_name") for one in await desk.waiting(ours)} >= {"Pastorelli"}


async def test_the_dead_are_brought_in_as_dead(desk: Desk) -> None:
    desk.civil_office.has(home(resident(ROSA, died_on="2026-02-01")))
    assert (await desk.card(await bring_in(desk, ROSA))).died_on == date(2026, 2, 1)


async def test_name_and_birth_find_people_too(desk: Desk) -> None:
    desk.civil_office.has(FAMILY)
    search = SearchCivilRegistry(
        practice=PRACTICE, family_name="pastorelli", given_name="davide", born_on=DAVIDE.born_on
    )
    found = await search_civil_registry(desk.operator, search, bind=desk.connection)
    assert [one.record.codice_fiscale for one in found] == [DAVIDE.codice_fiscale]
    assert found[0].person_id is None
    assert await inquiries(desk) == [("found", PRACTICE)]


async def test_nobody_is_an_answer(desk: Desk) -> None:
    with pytest.raises(NobodyInRegistry):
        await bring_in(desk, ROSA)
    assert await inquiries(desk) == [("nobody", PRACTICE)]


async def test_a_protected_person_is_found_only_by_who_may_know_of_them(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        hidden = await given.a_person(work, desk.territory, FATIMA)
        reader = await given.an_operator(work, desk.territory.office_id)
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=hidden, operator_ids=(reader.operator_id,)))
    desk.civil_office.has(FAMILY)
    search = SearchCivilRegistry(practice=PRACTICE, codice_fiscale=FATIMA.codice_fiscale)
    assert await search_civil_registry(desk.operator, search, bind=desk.connection) == []
    assert len(await search_civil_registry(reader, search, bind=desk.connection)) == 1
    with pytest.raises(AlreadyRegistered):
        await bring_in(desk, FATIMA)
    davide = await bring_in(desk, DAVIDE)
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        lives = {one.person_id for one in await household_of(work, SYSTEM, davide)}
    assert hidden not in lives
    assert len(lives) == 2


async def test_somebody_of_a_neighbouring_comune_is_not_taken_from_it(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        await given.a_person(work, desk.territory, ROSA, ente_id=desk.territory.neighbour_id)
    desk.civil_office.has(home(resident(ROSA)))
    with pytest.raises(AlreadyRegistered):
        await bring_in(desk, ROSA)


async def test_who_has_no_desk_asks_nothing(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        auditor = await given.an_operator(work, desk.territory.office_id, (Role.AUDITOR,))
    search = SearchCivilRegistry(practice=PRACTICE, codice_fiscale=ROSA.codice_fiscale)
    with pytest.raises(NotAllowed):
        await search_civil_registry(auditor, search, bind=desk.connection)
    assert await inquiries(desk) == []


@pytest.mark.parametrize(
    ("answer", "refusal", "outcome"),
    [
        (httpx.ConnectError("down"), RegistryUnavailable, "unavailable"),
        (httpx.ReadTimeout("late"), RegistryUnavailable, "unavailable"),
        (httpx.Response(503, text="busy"), RegistryUnavailable, "unavailable"),
        (httpx.Response(302, headers={"location": "https://elsewhere.example"}), RegistryUnreadable, "unreadable"),
        (httpx.Response(200, text="<html>"), RegistryUnreadable, "unreadable"),
        (httpx.Response(200, json={"listaSoggetti": {"datiSoggetto": [7]}}), RegistryUnreadable, "unreadable"),
        (httpx.Response(200, json={}), RegistryUnreadable, "unreadable"),
        (httpx.Response(200, content=b" " * 600_000), RegistryUnreadable, "unreadable"),
    ],
)
async def test_a_registry_that_is_down_late_or_wrong_leaves_nothing_half_done(
    desk: Desk, answer: Any, refusal: type[Exception], outcome: str
) -> None:
    desk.civil_office.answers(answer)
    with pytest.raises(refusal):
        await bring_in(desk, ROSA)
    assert await inquiries(desk) == [(outcome, PRACTICE)]
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        people = await (await work.session.connection()).execute(sa.text("SELECT count(*) FROM registry.person"))
        assert people.scalar_one() == 0


async def test_by_hand_the_person_is_there_and_marked_until_the_registry_confirms(desk: Desk) -> None:
    desk.civil_office.answers(httpx.ConnectError("down"))
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        typed = RegisterUncheckedPerson(
            family_name=ROSA.family_name, given_name=ROSA.given_name, codice_fiscale=ROSA.codice_fiscale, sex="F"
        )
        rosa = await register_unchecked_person(work, desk.operator, typed)
    with pytest.raises(RegistryUnavailable):
        await desk.check(rosa)
    assert (await standing(desk, rosa)).is_unchecked
    desk.civil_office.has(home(resident(ROSA)))
    desk.civil_office.works()
    await desk.check(rosa)
    assert await standing(desk, rosa) == CivilStanding(
        checked_on=(await standing(desk, rosa)).checked_on, is_found=True, is_watched=False, is_unchecked=False
    )


async def test_what_is_asked_has_a_growing_number(desk: Desk) -> None:
    desk.civil_office.has(FAMILY)
    await bring_in(desk, DAVIDE)
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        wanted = sa.text("SELECT number, operator_id, answer_number FROM registry.civil_inquiry ORDER BY created_at")
        rows = (await (await work.session.connection()).execute(wanted)).all()
    assert len(rows) == 2
    assert rows[0].number < rows[1].number
    assert {row.operator_id for row in rows} == {desk.operator.operator_id}
    assert all(row.answer_number for row in rows)

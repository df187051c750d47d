"""What the civil registry says otherwise than we do waits for a decision; nothing changes by itself."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.kernel.clock import as_of, utcnow
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.civil.accept_difference import AcceptDifference, accept_difference
from domain.registry.actions.compose_household import ComposeHousehold, compose_household
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.queries.civil.differences import DifferenceRow, listed_differences
from domain.registry.queries.facts.facts_of import facts_of
from domain.registry.queries.household_of import household_of
from domain.registry.refusals import CodeNeeded, DifferenceDecided
from domain.registry.terms import FactKind, FactSource, Kinship
from domain.registry.terms.civil import DifferenceKind, DifferenceStatus
from tests.domain.registry.civil.conftest import Desk
from tests.support import given
from tests.support.given import SYSTEM
from tests.support.outside.civil_registry import home, resident
from tests.support.personas import DAVIDE, FATIMA, OKSANA, ROSA, YOUSSEF

HERE = {"street": "Via dei Tigli 4", "postal_code": "00001", "city": "Borgo"}
MOVED_IN = date(2022, 3, 1)


async def rosa_at_home(desk: Desk, *, source: FactSource = FactSource.PERSON, **facts: Any) -> UUID:
    """Rosa as the registry has her: alone in Via dei Tigli."""
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        rosa = await given.a_person(work, desk.territory, ROSA, **facts)
        lives = RecordFact(person_id=rosa, kind=FactKind.RESIDENCE, value=HERE, starts_on=MOVED_IN, source=source)
        await record_fact(work, SYSTEM, lives)
        await settle(work, desk, rosa)
    return rosa


async def settle(work: Any, desk: Desk, *people: UUID) -> None:
    ties = [Kinship.REFERENCE, *[Kinship.CHILD] * len(people)]
    members = tuple(ComposeHousehold.Member(person_id=one, kinship=tie) for one, tie in zip(people, ties, strict=False))
    command = ComposeHousehold(ente_id=desk.territory.comune_id, starts_on=MOVED_IN, members=members)
    await compose_household(work, SYSTEM, command)


async def the_one(desk: Desk, person_id: UUID) -> DifferenceRow:
    [found] = await desk.waiting(person_id)
    return found


async def test_who_is_the_same_on_both_sides_has_no_difference(desk: Desk) -> None:
    rosa = await rosa_at_home(desk)
    desk.civil_office.has(home(resident(ROSA)))
    assert await desk.check(rosa) == 0
    assert await desk.waiting(rosa) == []


async def test_a_move_waits_and_then_becomes_the_residence_from_its_day(desk: Desk) -> None:
    rosa = await rosa_at_home(desk)
    desk.civil_office.has(home(resident(ROSA), road="delle Rose", number="8", since="2026-05-04"))
    assert await desk.check(rosa) == 1
    card = await desk.card(rosa)
    assert card.residence is not None
    assert card.residence.street == "Via dei Tigli 4"
    assert await desk.accept(await the_one(desk, rosa))
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        lived = await facts_of(work, desk.operator, rosa, valid_on=date(2026, 5, 3))
        lives = await facts_of(work, desk.operator, rosa, valid_on=date(2026, 5, 4))
    assert [one.value.model_dump()["street"] for one in lived if one.kind is FactKind.RESIDENCE] == ["Via dei Tigli 4"]
    [new] = [one for one in lives if one.kind is FactKind.RESIDENCE]
    assert (new.value.model_dump()["street"], new.source) == ("Via delle Rose 8", FactSource.CIVIL_REGISTRY)
    assert await desk.check(rosa) == 0


async def test_an_address_that_began_earlier_than_we_thought_takes_the_place_of_ours(desk: Desk) -> None:
    rosa = await rosa_at_home(desk)
    desk.civil_office.has(home(resident(ROSA), road="delle Rose", since="2015-01-01"))
    await desk.check(rosa)
    assert await desk.accept(await the_one(desk, rosa))
    card = await desk.card(rosa)
    assert card.residence is not None
    assert card.residence.street == "Via delle Rose 4"
    assert await desk.check(rosa) == 0


async def test_a_death_comes_first_and_shows_on_the_record_when_accepted(desk: Desk) -> None:
    rosa = await rosa_at_home(desk, family_name="Belandi")
    desk.civil_office.has(home(resident(ROSA, died_on="2026-02-01"), road="delle Rose"))
    await desk.check(rosa)
    waiting = await desk.waiting(rosa)
    assert [one.kind for one in waiting] == [DifferenceKind.DEATH, DifferenceKind.RESIDENCE, DifferenceKind.IDENTITY]
    assert (await desk.card(rosa)).died_on is None
    assert await desk.accept(waiting[0])
    assert (await desk.card(rosa)).died_on == date(2026, 2, 1)


async def test_a_name_is_put_right_and_how_it_was_stays_readable(desk: Desk) -> None:
    rosa = await rosa_at_home(desk, family_name="Belandi")
    desk.civil_office.has(home(resident(ROSA)))
    await desk.check(rosa)
    before = utcnow()
    one = await the_one(desk, rosa)
    assert (one.name, one.held, one.told) == (
        "family_name",
        {"family_name": "Belandi"},
        {"family_name": "Bellandi"},
    )
    assert await desk.accept(one)
    assert (await desk.card(rosa)).family_name == "Bellandi"
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        then = await facts_of(work, desk.operator, rosa, known_at=before)
    assert "Belandi" in {one.value.model_dump().get("family_name") for one in then}


async def test_a_birth_brings_the_child_into_the_registry_and_the_household(desk: Desk) -> None:
    rosa = await rosa_at_home(desk)
    desk.civil_office.has(home(resident(ROSA), resident(YOUSSEF, "3", since="2026-09-01")))
    await desk.check(rosa)
    one = await the_one(desk, rosa)
    assert one.kind is DifferenceKind.HOUSEHOLD
    assert await desk.accept(one)
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        lives = await household_of(work, desk.operator, rosa)
    assert [(one.full_name, one.kinship) for one in lives] == [
        (ROSA.full_name, Kinship.REFERENCE),
        (YOUSSEF.full_name, Kinship.CHILD),
    ]
    child = await desk.card(lives[1].person_id)
    assert child.residence is not None
    assert (child.codice_fiscale, child.residence.street) == (YOUSSEF.codice_fiscale, "Via dei Tigli 4")
    assert await desk.check(rosa) == 0


async def test_what_is_refused_does_not_come_back_until_the_registry_says_something_else(desk: Desk) -> None:
    rosa = await rosa_at_home(desk)
    desk.civil_office.has(home(resident(ROSA), road="delle Rose"))
    await desk.check(rosa)
    await desk.refuse(await the_one(desk, rosa))
    assert await desk.check(rosa) == 0
    desk.civil_office.has(home(resident(ROSA), road="del Ponte"))
    assert await desk.check(rosa) == 1
    [refused] = await desk.waiting(rosa, DifferenceStatus.REFUSED)
    assert (refused.decided_by, refused.decision_reason) == ("Anna Prova", "La persona lo nega")


async def test_asked_again_the_same_difference_waits_once(desk: Desk) -> None:
    rosa = await rosa_at_home(desk)
    desk.civil_office.has(home(resident(ROSA), road="delle Rose"))
    assert [await desk.check(rosa) for _again in range(3)] == [1, 1, 1]
    desk.civil_office.has(home(resident(ROSA)))
    assert await desk.check(rosa) == 0
    assert len(await desk.waiting(rosa, DifferenceStatus.OUTDATED)) == 1


async def test_what_a_colleague_has_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    rosa = await rosa_at_home(desk)
    desk.civil_office.has(home(resident(ROSA), road="delle Rose"))
    await desk.check(rosa)
    one = await the_one(desk, rosa)
    moved = RecordFact(person_id=rosa, kind=FactKind.RESIDENCE, value={"city": "Pieve"}, starts_on=date(2026, 6, 1))
    with as_of(utcnow() + timedelta(minutes=1)):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            await record_fact(work, desk.operator, moved)
    assert not await desk.accept(one)
    card = await desk.card(rosa)
    assert card.residence is not None
    assert card.residence.city == "Pieve"
    with pytest.raises(DifferenceDecided):
        await desk.accept(one)


async def test_what_was_seen_on_paper_is_given_up_only_with_a_reason(desk: Desk) -> None:
    rosa = await rosa_at_home(desk, source=FactSource.DOCUMENT)
    desk.civil_office.has(home(resident(ROSA), road="delle Rose"))
    await desk.check(rosa)
    one = await the_one(desk, rosa)
    with pytest.raises(Invalid):
        await desk.accept(one)
    assert await desk.accept(one, "Il documento era scaduto, la signora conferma")


async def test_a_protected_address_changes_only_with_a_reason_and_is_shown_to_few(desk: Desk) -> None:
    rosa = await rosa_at_home(desk)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        reader = await given.an_operator(work, desk.territory.office_id)
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=rosa, operator_ids=(reader.operator_id,)))
    desk.civil_office.has(home(resident(ROSA), road="dei Mandorli", city="Monte Lontano"))
    with pytest.raises(NotFound):
        await desk.check(rosa)
    inside = Desk(desk.connection, desk.territory, reader, desk.civil_office)
    await inside.check(rosa)
    one = await the_one(inside, rosa)
    with pytest.raises(NotFound):
        await desk.accept(one)
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        assert (await listed_differences(work, desk.operator)).total == 0
    with pytest.raises(Invalid):
        await inside.accept(one)
    assert await inside.accept(one, "L'indirizzo nuovo è del centro antiviolenza")


async def test_who_lives_with_somebody_in_hiding_is_told_nothing_of_them(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        davide = await given.a_person(work, desk.territory, DAVIDE)
        hidden = await given.a_person(work, desk.territory, FATIMA)
        await settle(work, desk, davide, hidden)
        await protect_identity(
            work, SYSTEM, ProtectIdentity(person_id=hidden, operator_ids=(desk.operator.operator_id,))
        )
    desk.civil_office.has(home(resident(DAVIDE), resident(FATIMA, "2")))
    await desk.check(davide)
    assert [one.kind for one in await desk.waiting(davide)] == [DifferenceKind.RESIDENCE]
    desk.civil_office.has(home(resident(DAVIDE), resident(FATIMA, "2"), resident(YOUSSEF, "3")))
    await desk.check(davide)
    household = next(one for one in await desk.waiting(davide) if one.kind is DifferenceKind.HOUSEHOLD)
    assert FATIMA.codice_fiscale not in str(household)


async def test_a_stranger_and_who_has_no_desk_see_and_decide_nothing(desk: Desk) -> None:
    rosa = await rosa_at_home(desk)
    desk.civil_office.has(home(resident(ROSA), road="delle Rose"))
    await desk.check(rosa)
    one = await the_one(desk, rosa)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        neighbour = await given.an_operator(work, desk.territory.neighbour_office_id)
        auditor = await given.an_operator(work, desk.territory.office_id, (Role.AUDITOR,))
    for operator in (neighbour, auditor):
        async with unit_of_work(operator, bind=desk.connection) as work:
            assert (await listed_differences(work, operator)).total == 0
            with pytest.raises(NotFound):
                await accept_difference(work, operator, AcceptDifference(difference_id=one.id))


async def test_the_list_shows_deaths_first_and_can_be_narrowed(desk: Desk) -> None:
    rosa = await rosa_at_home(desk)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        oksana = await given.a_person(work, desk.territory, OKSANA)
    desk.civil_office.has(home(resident(ROSA), road="delle Rose"), home(resident(OKSANA, died_on="2026-01-09")))
    for one in (rosa, oksana):
        await desk.check(one)
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        everything = await listed_differences(work, desk.operator)
        moves = await listed_differences(work, desk.operator, kind=DifferenceKind.RESIDENCE)
    assert (everything.items[0].kind, everything.items[0].person_id) == (DifferenceKind.DEATH, oksana)
    assert {one.kind for one in moves.items} == {DifferenceKind.RESIDENCE}


async def test_without_a_code_nobody_is_asked(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        somebody = await given.a_person(work, desk.territory, ROSA, codice_fiscale=None)
    with pytest.raises(CodeNeeded):
        await desk.check(somebody)

"""Households of every kind: composed, changed, divided, joined; what was believed before can always be read again."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.clock import utcnow
from domain.kernel.refusals import Invalid, NotFound
from domain.platform.work import unit_of_work
from domain.registry.actions.households.add_member import AddMember, add_member
from domain.registry.actions.households.change_member import ChangeMember, change_member
from domain.registry.actions.households.correct_member import CorrectMember, correct_member
from domain.registry.actions.households.join_households import JoinHouseholds, join_households
from domain.registry.actions.households.move_member import MoveMember, move_member
from domain.registry.actions.households.note_alone import NoteAlone, note_alone
from domain.registry.actions.households.remove_member import RemoveMember, remove_member
from domain.registry.actions.households.split_household import SplitHousehold, split_household
from domain.registry.queries.households.household_comparison import household_comparison
from domain.registry.queries.households.household_on import HouseholdSheet, household_on, household_sheet
from domain.registry.queries.households.households_of import households_of
from domain.registry.refusals import AlreadyInHousehold, ChangedMeanwhile, NobodyLeft, NotInHousehold, PeriodReversed
from domain.registry.terms import HouseholdKind, Kinship
from domain.registry.terms.support import Availability
from tests.support.families import LATER, START, Family, a_family

REGISTRY, RELATIONAL = HouseholdKind.REGISTRY, HouseholdKind.RELATIONAL


@pytest.fixture
async def family(connection: AsyncConnection) -> Family:
    """Rosa, Davide, Fatima, Youssef and Oksana."""
    return await a_family(connection)


async def members(
    family: Family, person: UUID, day: date, kind: HouseholdKind = REGISTRY, **more: Any
) -> Mapping[UUID, Kinship]:
    """Who is with the person on the day, and as what."""
    sheet = await family.ask(household_on, person, kind, day, **more)
    return {member.person_id: member.kinship for member in sheet.members} if sheet else {}


async def row_of(family: Family, household_id: UUID, person: UUID, day: date = LATER) -> UUID:
    """The row of a member."""
    sheet: HouseholdSheet = await family.ask(household_sheet, household_id, day)
    return next(member.id for member in sheet.members if member.person_id == person)


async def test_somebody_is_in_one_registry_household_and_in_many_relational_ones(family: Family) -> None:
    home = await family.all_at_home()
    with pytest.raises(AlreadyInHousehold):
        await family.join(home, family.rosa, kinship=Kinship.PARENT)
    circle = await family.live((family.rosa, Kinship.REFERENCE), (family.oksana, Kinship.FRIEND), kind=RELATIONAL)
    await family.live((family.oksana, Kinship.REFERENCE), (family.rosa, Kinship.FRIEND), kind=RELATIONAL)
    assert set(await members(family, family.rosa, LATER)) == {family.davide, family.fatima, family.youssef, family.rosa}
    assert set(await members(family, family.rosa, LATER, RELATIONAL)) == {family.rosa, family.oksana}
    assert len(await family.ask(households_of, family.rosa)) == 3
    sheet = await family.ask(household_on, family.rosa, RELATIONAL, LATER)
    assert sheet.id == circle, "one's own circle, not that of a friend"


async def test_a_relative_from_the_registry_household_takes_the_kinship_from_there(family: Family) -> None:
    await family.all_at_home()
    circle = await family.live((family.rosa, Kinship.REFERENCE), kind=RELATIONAL)
    await family.join(circle, family.davide)
    await family.join(circle, family.youssef)
    with pytest.raises(Invalid) as refused:
        await family.join(circle, family.oksana)
    assert list(refused.value.fields) == ["kinship"], "the registry says nothing of a friend"
    with pytest.raises(Invalid):
        await family.join(circle, family.fatima, kinship=Kinship.REFERENCE)
    await family.join(circle, family.fatima)
    found = await members(family, family.rosa, LATER, RELATIONAL)
    assert found == {
        family.rosa: Kinship.REFERENCE,
        family.davide: Kinship.CHILD,
        family.youssef: Kinship.GRANDCHILD,
        family.fatima: Kinship.CHILD_IN_LAW,
    }


async def test_who_says_to_live_alone_but_has_somebody_at_home_is_pointed_out(family: Family) -> None:
    circle = await family.live((family.rosa, Kinship.REFERENCE), kind=RELATIONAL, is_alone=True)
    assert not (await family.ask(household_on, family.rosa, RELATIONAL, LATER)).is_contradictory
    await family.join(circle, family.davide, kinship=Kinship.CHILD, availability=Availability.DAILY)
    assert not (await family.ask(household_on, family.rosa, RELATIONAL, LATER)).is_contradictory, "he lives elsewhere"
    await family.join(circle, family.oksana, kinship=Kinship.NOT_RELATED, is_cohabiting=True, is_caregiver=True)
    assert (await family.ask(household_on, family.rosa, RELATIONAL, LATER)).is_contradictory
    await family.do(note_alone, NoteAlone(household_id=circle))
    assert not (await family.ask(household_on, family.rosa, RELATIONAL, LATER)).is_contradictory


async def test_a_change_holds_from_its_day_and_a_correction_for_all_of_them(family: Family) -> None:
    home = await family.all_at_home()
    row = await row_of(family, home, family.rosa)
    before = utcnow()
    facts = {"kinship": Kinship.PARENT, "is_cohabiting": False}
    await family.do(change_member, ChangeMember(member_id=row, starts_on=LATER, **facts))
    assert [one.is_cohabiting for one in await periods(family, home)] == [False, True]
    with pytest.raises(ChangedMeanwhile):
        await family.do(change_member, ChangeMember(member_id=row, starts_on=LATER, **facts))
    row = await row_of(family, home, family.rosa, START)
    right = CorrectMember(
        member_id=row,
        kinship=Kinship.PARENT_IN_LAW,
        starts_on=START,
        ends_on=LATER - timedelta(days=1),
        reason="Suocera",
    )
    await family.do(correct_member, right)
    assert (await members(family, family.rosa, START))[family.rosa] is Kinship.PARENT_IN_LAW
    then = await members(family, family.rosa, LATER, known_at=before)
    assert then[family.rosa] is Kinship.PARENT, "what was believed before can be read again"


async def periods(family: Family, home: UUID) -> list[Any]:
    """Rosa's periods in the household, the latest first."""
    return [one for one in await family.ask(households_of, family.rosa) if one.household_id == home]


async def test_who_leaves_is_a_member_up_to_the_day_before(family: Family) -> None:
    home = await family.all_at_home()
    row = await row_of(family, home, family.rosa)
    with pytest.raises(PeriodReversed):
        await family.do(remove_member, RemoveMember(member_id=row, leaves_on=date(2019, 1, 1), reason="Prova"))
    await family.do(remove_member, RemoveMember(member_id=row, leaves_on=LATER, reason="È in una casa di riposo"))
    assert family.rosa in await members(family, family.davide, LATER - timedelta(days=1))
    assert family.rosa not in await members(family, family.davide, LATER)
    before = utcnow()
    row = await row_of(family, home, family.youssef)
    await family.do(remove_member, RemoveMember(member_id=row, reason="Non ci ha mai vissuto"))
    assert family.youssef not in await members(family, family.davide, START)
    assert family.youssef in await members(family, family.davide, START, known_at=before)


async def test_somebody_moves_from_one_household_to_another(family: Family) -> None:
    await family.all_at_home()
    other = await family.live((family.oksana, Kinship.REFERENCE))
    move = MoveMember(household_id=other, person_id=family.rosa, kinship=Kinship.NOT_RELATED, starts_on=LATER)
    await family.do(move_member, move)
    assert set(await members(family, family.rosa, LATER)) == {family.oksana, family.rosa}
    assert family.davide in await members(family, family.rosa, LATER - timedelta(days=1))


async def test_a_household_divides_and_each_side_keeps_who_is_what(family: Family) -> None:
    home = await family.all_at_home()
    leave = {"household_id": home, "starts_on": LATER}
    everybody = frozenset({family.davide, family.fatima, family.youssef, family.rosa})
    with pytest.raises(NobodyLeft):
        await family.do(split_household, SplitHousehold(leavers=everybody, reference_id=family.rosa, **leave))
    with pytest.raises(NotInHousehold):
        who = frozenset({family.oksana})
        await family.do(split_household, SplitHousehold(leavers=who, reference_id=family.oksana, **leave))
    going = frozenset({family.davide, family.rosa})
    with pytest.raises(Invalid) as refused:
        await family.do(split_household, SplitHousehold(leavers=going, reference_id=family.rosa, **leave))
    assert list(refused.value.fields) == ["staying_reference_id"]
    split = SplitHousehold(leavers=going, reference_id=family.rosa, staying_reference_id=family.fatima, **leave)
    with pytest.raises(Invalid) as refused:
        await family.do(split_household, split)
    assert list(refused.value.fields) == [f"kinship-{family.youssef}"], "the husband's child may be hers or not"
    told = {family.youssef: Kinship.CHILD}
    await family.do(split_household, split.model_copy(update={"kinships": told}))
    assert await members(family, family.rosa, LATER) == {family.rosa: Kinship.REFERENCE, family.davide: Kinship.CHILD}
    assert await members(family, family.youssef, LATER) == {
        family.fatima: Kinship.REFERENCE,
        family.youssef: Kinship.CHILD,
    }
    assert len(await members(family, family.rosa, LATER - timedelta(days=1))) == 4


async def test_two_households_become_one(family: Family) -> None:
    home = await family.live((family.davide, Kinship.REFERENCE), (family.youssef, Kinship.CHILD))
    other = await family.live((family.rosa, Kinship.REFERENCE), (family.oksana, Kinship.NOT_RELATED))
    join = JoinHouseholds(household_id=home, other_id=other, kinship=Kinship.PARENT, starts_on=LATER)
    with pytest.raises(Invalid) as refused:
        await family.do(join_households, join)
    assert list(refused.value.fields) == [f"kinship-{family.oksana}"]
    told = {family.oksana: Kinship.NOT_RELATED}
    await family.do(join_households, join.model_copy(update={"kinships": told}))
    assert await members(family, family.oksana, LATER) == {
        family.davide: Kinship.REFERENCE,
        family.youssef: Kinship.CHILD,
        family.rosa: Kinship.PARENT,
        family.oksana: Kinship.NOT_RELATED,
    }
    assert set(await members(family, family.rosa, LATER - timedelta(days=1))) == {family.rosa, family.oksana}
    with pytest.raises(NotInHousehold):
        await family.do(join_households, join)


async def test_two_households_are_compared_member_by_member(family: Family) -> None:
    registry = await family.all_at_home()
    isee = await family.live(
        (family.davide, Kinship.REFERENCE),
        (family.fatima, Kinship.PARTNER),
        (family.oksana, Kinship.NOT_RELATED),
        kind=HouseholdKind.ISEE,
    )
    found = await family.ask(household_comparison, family.davide, (registry, isee), (LATER, LATER))
    by_person = {(one.left or one.right).person_id: one for one in found.members}
    assert len(by_person) == 5
    assert not by_person[family.davide].differs
    assert by_person[family.fatima].has_other_kinship
    assert by_person[family.rosa].is_only_left
    assert by_person[family.oksana].is_only_right
    assert found.differences == 4
    with pytest.raises(NotFound):
        stranger = await family.live((family.oksana, Kinship.REFERENCE))
        await family.ask(household_comparison, family.youssef, (stranger, stranger), (LATER, LATER))


async def test_a_hidden_member_is_neither_named_nor_counted_nor_touched(family: Family) -> None:
    home = await family.all_at_home()
    isee = await family.live((family.davide, Kinship.REFERENCE), kind=HouseholdKind.ISEE)
    colleague = await family.hide(family.rosa)
    sheet = await family.ask(household_on, family.davide, REGISTRY, LATER, actor=colleague)
    assert [member.person_id for member in sheet.members] == [family.davide, family.fatima, family.youssef]
    found = await family.ask(household_comparison, family.davide, (home, isee), (LATER, LATER), actor=colleague)
    assert found.differences == 2
    assert await count(family, colleague, home) == 3, "PostgreSQL says the same"
    assert await count(family, family.worker, home) == 4
    with pytest.raises(NotFound):
        await family.ask(households_of, family.rosa, actor=colleague)
    who = SplitHousehold(household_id=home, leavers=frozenset({family.rosa}), reference_id=family.rosa, starts_on=LATER)
    with pytest.raises(NotInHousehold):
        await family.do(split_household, who, colleague)
    with pytest.raises(NotFound):
        add = AddMember(household_id=isee, person_id=family.rosa, kinship=Kinship.PARENT, starts_on=START)
        await family.do(add_member, add, colleague)


async def count(family: Family, actor: Any, household_id: UUID) -> int:
    """How many rows of the household PostgreSQL itself shows to ``actor``, the door's filter taken away."""
    async with unit_of_work(actor, read_only=True, bind=family.connection) as work:
        counted = sa.text("SELECT count(*) FROM registry.household_member WHERE household_id = :household")
        return (await (await work.session.connection()).execute(counted, {"household": household_id})).scalar_one()

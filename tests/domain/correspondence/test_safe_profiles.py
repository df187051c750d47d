"""Who reads and sets how a person is safely reached, and what becomes of it."""

from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.correspondence.queries.contact_profiles import contact_profile
from domain.correspondence.queries.letters_to import letters_to
from domain.correspondence.refusals import NotYoursToReach
from domain.correspondence.terms import ContactWay
from domain.kernel.actor import Actor, Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.merging.merge_people import MergePeople, merge_people
from tests.domain.correspondence.conftest import Scene
from tests.support.given import SYSTEM, a_citizen, a_person, a_territory, an_operator
from tests.support.messages import deliveries
from tests.support.personas import FATIMA, ROSA


async def test_who_only_acts_for_a_person_neither_reads_nor_sets_how_they_are_reached(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        son = await a_person(work, scene.territory, FATIMA)
    guardian = a_citizen(scene.territory, son, acts_for=(scene.rosa,))
    await scene.set(is_hidden=True)
    with pytest.raises(NotYoursToReach):
        await scene.set(guardian)
    async with unit_of_work(guardian, read_only=True, bind=scene.connection) as work:
        with pytest.raises(NotYoursToReach):
            await contact_profile(work, guardian, scene.rosa)
    await _sees(scene, "contact_profile", {guardian: 0, a_citizen(scene.territory, scene.rosa): 1, SYSTEM: 1})


async def test_deliveries_and_hidden_letters_are_not_there_for_who_acts_for_the_person(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        other = await a_person(work, scene.territory, FATIMA)
    guardian = a_citizen(scene.territory, other, acts_for=(scene.rosa,))
    stranger = a_citizen(scene.territory, other)
    worker = await scene.operator(Role.SOCIAL_WORKER)
    await scene.write()
    tables = {"letter": (1, 0, 1, 1), "delivery": (0, 0, 1, 1)}
    for table, seen in tables.items():
        await _sees(scene, table, dict(zip((guardian, stranger, worker, SYSTEM), seen, strict=True)))
    await scene.set(is_hidden=True)
    await _sees(scene, "letter", {guardian: 0, worker: 1, a_citizen(scene.territory, scene.rosa): 1})


async def test_hidden_messages_are_not_in_what_is_printed(scene: Scene) -> None:
    await scene.write()
    citizen = a_citizen(scene.territory, scene.rosa)
    for is_hidden, printed in ((False, 1), (True, 0)):
        await scene.set(is_hidden=is_hidden)
        async with unit_of_work(citizen, read_only=True, bind=scene.connection) as work:
            assert len(await letters_to(work, citizen)) == 1
            assert len(await letters_to(work, citizen, also_hidden=False)) == printed


async def _sees(scene: Scene, table: str, expected: dict[Actor, int]) -> None:
    for actor, rows in expected.items():
        async with unit_of_work(actor, read_only=True, bind=scene.connection) as work:
            asked = sa.text(f"SELECT count(*) FROM correspondence.{table} WHERE person_id = :rosa")
            found = await (await work.session.connection()).execute(asked, {"rosa": scene.rosa})
            assert found.scalar_one() == rows, (actor, table)


async def test_the_desk_says_how_and_why_and_the_history_stays(scene: Scene) -> None:
    worker = await scene.operator(Role.SOCIAL_WORKER)
    await scene.set(worker, never=frozenset({ContactWay.CALL}), why="Il marito controlla il telefono.")
    async with unit_of_work(worker, read_only=True, bind=scene.connection) as work:
        kept = await contact_profile(work, worker, scene.rosa)
    assert (kept.why, kept.set_by) == ("Il marito controlla il telefono.", "Anna Prova")
    await scene.set(worker)
    async with unit_of_work(worker, read_only=True, bind=scene.connection) as work:
        assert not (await contact_profile(work, worker, scene.rosa)).safe.is_cautious
    await _sees(scene, "contact_profile", {worker: 2})


async def test_an_operator_who_may_not_know_the_person_sets_nothing(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        elsewhere = await a_territory(work)
        stranger = await an_operator(work, elsewhere.office_id, (Role.SOCIAL_WORKER,))
    with pytest.raises(NotFound):
        await scene.set(stranger, never=frozenset({ContactWay.EMAIL}))


async def test_after_two_records_were_joined_what_is_safe_by_both_counts(scene: Scene) -> None:
    head = await scene.operator(Role.OFFICE_HEAD)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        twin = await a_person(work, scene.territory, ROSA, codice_fiscale=None)
    async with unit_of_work(head, bind=scene.connection) as work:
        await set_contact_profile(work, head, SetContactProfile(person_id=twin, never=frozenset({ContactWay.EMAIL})))
        await set_contact_profile(work, head, SetContactProfile(person_id=scene.rosa, is_hidden=True))
    await _merge(scene, head, twin)
    async with unit_of_work(head, read_only=True, bind=scene.connection) as work:
        kept = (await contact_profile(work, head, scene.rosa)).safe
    assert (kept.never, kept.is_hidden) == (frozenset({ContactWay.EMAIL}), True)
    await scene.write()
    assert await deliveries(scene.connection) == []


async def _merge(scene: Scene, head: Operator, twin: UUID) -> None:
    async with unit_of_work(head, bind=scene.connection) as work:
        await merge_people(work, head, MergePeople(former_id=twin, kept_id=scene.rosa, reason="La stessa persona."))

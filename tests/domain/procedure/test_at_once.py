"""Several at once, on real connections: of two who move a request one does, and the night moves each once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.kernel.actor import Operator
from domain.kernel.refusals import Conflict
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.procedure.actions.moving.fire_transition import FireTransition, fire_transition
from domain.procedure.actions.moving.start_proceeding import StartProceeding, start_proceeding
from domain.procedure.jobs import move_what_expired
from domain.procedure.queries.proceeding_of import ProceedingSheet, proceeding_of
from domain.procedure.seeds.starting_procedures import ORDINARY, publish_starting_procedures
from domain.procedure.terms import MoverKind
from tests.domain.procedure.conftest import STARTED, on
from tests.support.database.committed import swept
from tests.support.given import SYSTEM, a_person, a_territory, an_operator


@dataclass(frozen=True)
class Scene:
    """Requests really in the database, and two heads of the office."""

    engine: AsyncEngine
    heads: tuple[Operator, Operator]
    subjects: tuple[UUID, ...]

    async def sees(self, subject_id: UUID) -> ProceedingSheet:
        async with unit_of_work(self.heads[0], read_only=True, bind=self.engine) as work:
            return await proceeding_of(work, self.heads[0], subject_id)

    async def fires(self, operator: Operator, subject_id: UUID, transition: str, seen: ProceedingSheet) -> bool:
        """Whether the operator moved it, as seen."""
        fields = {"missing": "Il documento."} if transition == "request_integration" else {}
        command = FireTransition(proceeding_id=seen.id, transition=transition, seen_version=seen.version, fields=fields)
        try:
            async with unit_of_work(operator, bind=self.engine) as work:
                await fire_transition(work, operator, command)
        except Conflict:
            return False
        return True


@pytest.fixture
async def scene(engine: AsyncEngine, database_url_owner: str) -> AsyncIterator[Scene]:
    async with swept(database_url_owner):
        with on(STARTED):
            async with unit_of_work(SYSTEM, bind=engine) as work:
                territory = await a_territory(work)
                await publish_starting_procedures(work, SYSTEM, territory.comune_id)
                one, other = [await an_operator(work, territory.office_id, (Role.OFFICE_HEAD,)) for _head in range(2)]
                person_id = await a_person(work, territory)
                subjects = tuple(uuid4() for _subject in range(5))
                for subject_id in subjects:
                    command = StartProceeding(
                        ente_id=territory.comune_id, subject_id=subject_id, person_id=person_id, procedure_slug=ORDINARY
                    )
                    await start_proceeding(work, SYSTEM, command)
        yield Scene(engine, (one, other), subjects)


async def test_of_two_who_move_it_at_once_one_is_told_that_it_has_moved(scene: Scene) -> None:
    subject_id = scene.subjects[0]
    with on(STARTED):
        seen = await scene.sees(subject_id)
        assert await scene.fires(scene.heads[0], subject_id, "start_check", seen)
        seen = await scene.sees(subject_id)
        ways = ("request_integration", "start_examination")
        tries = [scene.fires(head, subject_id, way, seen) for head, way in zip(scene.heads, ways, strict=True)]
        moved = await asyncio.gather(*tries)
        found = await scene.sees(subject_id)
    assert sorted(moved) == [False, True]
    assert len(found.history) == 3
    assert found.state.key == {True: "integration_requested", False: "examination"}[moved[0]]


async def test_two_nights_at_once_move_each_request_once(scene: Scene) -> None:
    with on(date(2026, 9, 3)):
        for subject_id in scene.subjects:
            for way in ("start_check", "request_integration"):
                assert await scene.fires(scene.heads[0], subject_id, way, await scene.sees(subject_id))
    with on(date(2026, 10, 20)):
        moved = await asyncio.gather(*[move_what_expired(bind=scene.engine) for _night in range(3)])
        found = [await scene.sees(subject_id) for subject_id in scene.subjects]
    assert sum(moved) == len(scene.subjects)
    assert {one.state.key for one in found} == {"examination"}
    assert {len(one.history) for one in found} == {4}
    assert {one.history[0].mover for one in found} == {MoverKind.PROGRAM}

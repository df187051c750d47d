"""An office with the default procedure, Rosa's request on its way, and days that go by."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Actor, Citizen, Operator
from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.procedure.actions.moving.fire_transition import Fired, FireTransition, fire_transition
from domain.procedure.actions.moving.note_receipt import NoteReceipt, note_receipt
from domain.procedure.actions.moving.start_proceeding import StartProceeding, start_proceeding
from domain.procedure.jobs import move_what_expired
from domain.procedure.queries.proceeding_of import ProceedingSheet, proceeding_of
from domain.procedure.seeds.starting_procedures import ORDINARY, publish_starting_procedures
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.queue import drain
from tests.support.stage import fixtures
from tests.support.stage.stages import Stage

STARTED = date(2026, 9, 2)
"""A Wednesday."""


def on(day: date) -> AbstractContextManager[None]:
    """Within the block it is that day, at ten."""
    return as_of(datetime(day.year, day.month, day.day, 10, tzinfo=UTC))


@dataclass
class Office:
    """What a test needs of an office; every call is a transaction of its own."""

    connection: AsyncConnection
    territory: Territory
    worker: Operator
    head: Operator
    rosa: Citizen
    follow: Callable[[], Awaitable[int]]

    async def starts(self, day: date = STARTED, **facts: Any) -> UUID:
        """Rosa's request arrives; what it is about."""
        subject_id = uuid4()
        given: dict[str, Any] = {"procedure_slug": ORDINARY} | facts
        with on(day):
            async with unit_of_work(self.rosa, bind=self.connection) as work:
                await start_proceeding(
                    work,
                    self.rosa,
                    StartProceeding(
                        ente_id=self.territory.comune_id,
                        subject_id=subject_id,
                        person_id=self.rosa.person_id,
                        office_id=self.territory.office_id,
                        **given,
                    ),
                )
        return subject_id

    async def sees(self, subject_id: UUID, day: date = STARTED, actor: Actor | None = None) -> ProceedingSheet:
        """The proceeding as ``actor`` reads it on a day: the worker unless told otherwise."""
        reader = actor or self.worker
        with on(day):
            async with unit_of_work(reader, read_only=True, bind=self.connection) as work:
                return await proceeding_of(work, reader, subject_id)

    async def fires(
        self, subject_id: UUID, transition: str, day: date = STARTED, actor: Actor | None = None, **more: Any
    ) -> Fired:
        """``actor``, the head unless told otherwise, makes a transition on a day."""
        mover = actor or self.head
        found = await self.sees(subject_id, day, mover if not isinstance(mover, Operator) else None)
        with on(day):
            async with unit_of_work(mover, bind=self.connection) as work:
                command = FireTransition(proceeding_id=found.id, transition=transition, **more)
                return await fire_transition(work, mover, command)

    async def received(self, subject_id: UUID, served_on: date, day: date) -> date | None:
        """It is known on ``day`` that the citizen received the letter; the citizen's last day."""
        found = await self.sees(subject_id, day)
        with on(day):
            async with unit_of_work(SYSTEM, bind=self.connection) as work:
                return await note_receipt(work, SYSTEM, NoteReceipt(proceeding_id=found.id, served_on=served_on))

    async def night(self, day: date) -> int:
        """The clock does what is to be done on a day; how many moved."""
        with on(day):
            return await move_what_expired(bind=self.connection)

    async def asks_for_papers(self, day: date, **more: Any) -> UUID:
        """Rosa's request, in which something is missing."""
        subject_id = await self.starts()
        await self.fires(subject_id, "start_check", day)
        await self.fires(subject_id, "request_integration", day, fields={"missing": "Il documento."}, **more)
        return subject_id

    async def warns(self, day: date) -> UUID:
        """Rosa's request, of which the office thinks no."""
        subject_id = await self.starts()
        await self.fires(subject_id, "start_check", day)
        await self.fires(subject_id, "start_examination", day)
        await self.fires(subject_id, "announce_rejection", day, fields={"reasons": "Il reddito è troppo alto."})
        return subject_id


async def in_summer(connection: AsyncConnection) -> Office:
    """The office, in summer 2026."""
    with on(date(2026, 7, 1)):
        async with unit_of_work(SYSTEM, bind=connection) as work:
            territory = await a_territory(work)
            await publish_starting_procedures(work, SYSTEM, territory.comune_id)
            worker = await an_operator(work, territory.office_id, names="Anna Lavora")
            head = await an_operator(work, territory.office_id, (Role.OFFICE_HEAD,), names="Carla Capo")
            rosa = a_citizen(territory, await a_person(work, territory))
    return Office(connection, territory, worker, head, rosa, partial(drain, connection))


standing = fixtures.standing_on(in_summer)
stage, connection = fixtures.stage, fixtures.connection


@pytest.fixture
def office(stage: Stage) -> Office:
    """The office, in summer 2026."""
    found: Office = stage.built
    return found

"""Who says that they come late is announced to whoever receives them, once and without a name."""

from typing import Any
from uuid import UUID

import pytest

import domain.scheduling.reactions  # noqa: F401 - they register themselves
from domain import worker
from domain.correspondence import jobs as correspondence_jobs
from domain.correspondence.queries.notices import notices_of
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import Actor, Operator
from domain.kernel.roles import Role
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.scheduling import jobs
from domain.scheduling.actions.agendas.set_resource import SetResource, set_resource
from domain.scheduling.actions.booking.say_late import SayLate, say_late
from domain.scheduling.rules.links import proof_of
from domain.scheduling.terms import ResourceKind
from tests.domain.scheduling.booking.conftest import Desk, at
from tests.portal.conftest import Follow
from tests.support.given import SYSTEM, an_operator
from tests.support.scheduling.agendas import an_agenda

FATIMA = {"person_id": None, "given_name": "Fatima", "family_name": "El Amrani", "email": "f@posta.example"}


@pytest.fixture(autouse=True)
def jobs_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker knows the jobs."""
    for known in (correspondence_jobs.JOBS, jobs.JOBS):
        for name, job in known.items():
            monkeypatch.setitem(worker.JOBS, name, job)


async def be_late(desk: Desk, actor: Actor, appointment_id: UUID) -> None:
    """From the link in the message, or from the sheet of the day."""
    proof = proof_of(settings().secret, appointment_id, "El Amrani")
    async with unit_of_work(actor, bind=desk.connection) as work:
        await say_late(work, actor, SayLate(appointment_id=appointment_id, proof=proof))


async def told(desk: Desk, operator: Operator) -> list[Any]:
    """What the operator finds about people who come late."""
    async with unit_of_work(operator, read_only=True, bind=desk.connection) as work:
        return list((await notices_of(work, operator, kind=NoticeKind.APPOINTMENT_LATE)).items)


async def test_the_desk_reads_once_the_hour_and_the_agenda_of_who_comes_late(
    desk: Desk, everything_that_follows: Follow
) -> None:
    operator = await desk.operator()
    coming = await desk.book(at(10, days=0), operator, way="desk", **FATIMA)
    for _press in range(2):
        await be_late(desk, desk.visitor, coming)
        await everything_that_follows()
    (notice,) = await told(desk, operator)
    said = str(notice.sentence)
    assert "10:00" in said
    assert "Agenda " in said
    assert "Fatima" not in said
    assert "Amrani" not in said
    assert notice.path == f"/appuntamenti?giorno=2027-03-01&ufficio={desk.territory.office_id}"


async def test_where_the_agenda_says_who_receives_nobody_else_is_told_nor_who_wrote_it_down(
    desk: Desk, everything_that_follows: Follow
) -> None:
    at_the_desk = await desk.operator()
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        receiving = await an_operator(work, desk.territory.office_id, (Role.DESK_OPERATOR,))
        known: dict[str, Any] = {"ente_id": desk.territory.comune_id, "name": "Anna", "kind": ResourceKind.OPERATOR}
        hers = await set_resource(work, SYSTEM, SetResource(**known, operator_id=receiving.operator_id))
        agenda_id = await an_agenda(work, desk.territory.office_id, [desk.need_id], resource_ids=(hers,))
    for hour, noted_by in ((10, at_the_desk), (11, receiving)):
        coming = await desk.book(at(hour, days=0), at_the_desk, way="desk", agenda_id=agenda_id, **FATIMA)
        await be_late(desk, noted_by, coming)
    await everything_that_follows()
    (notice,) = await told(desk, receiving)
    assert "10:00" in str(notice.sentence)
    assert await told(desk, at_the_desk) == []

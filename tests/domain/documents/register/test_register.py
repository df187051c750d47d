"""Names and fingerprints in the register, lines that are annulled and found again, and by whom."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.exc import ProgrammingError
from sqlmodel import select

from domain.documents.model.protocollo import ProtocolloEntry, RegisterDay
from domain.documents.queries.protocollo_of import protocollo_of
from domain.documents.queries.protocollo_register import RegisterFilter, protocollo_register, whole_register
from domain.documents.refusals import AlreadyAnnulled, NotYoursToAnnul
from domain.kernel.actor import Operator
from domain.kernel.clock import day_of
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.documents.register.conftest import FIRST, Desk
from tests.support.applications import a_submitted_application, home_care_is_published
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import DAVIDE, ROSA


async def test_a_sent_application_stands_in_the_register_with_sender_and_fingerprint(
    desk: Desk, everything_that_follows: Callable[[], Awaitable[int]]
) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        await home_care_is_published(work, desk.territory.ambito_id)
    rosa = a_citizen(desk.territory, desk.rosa_id)
    async with unit_of_work(rosa, bind=desk.connection) as work:
        sent = await a_submitted_application(work, rosa)
    await everything_that_follows()
    async with unit_of_work(desk.clerk, read_only=True, bind=desk.connection) as work:
        rows = await whole_register(work, desk.clerk, RegisterFilter())
    assert [row.counterpart for row in rows] == [ROSA.full_name]
    assert rows[0].content_sha256
    assert len(rows[0].content_sha256) == 64
    assert await _about(desk, sent.id) == rows[0].label


async def _about(desk: Desk, application_id: UUID) -> str:
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        found = await protocollo_of(work, application_id)
    assert found
    return found.label


async def test_the_register_does_not_say_who_a_protected_person_is(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        hidden = await a_person(work, desk.territory, DAVIDE, is_protected=True)
    entry_id = await desk.register(FIRST, person_id=hidden)
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        assert (await work.session.get_one(ProtocolloEntry, entry_id)).counterpart == ""
    with pytest.raises(NotFound):
        await desk.line(entry_id)


async def test_an_annulled_line_stays_readable_and_cannot_be_annulled_again(desk: Desk) -> None:
    entry_id = await desk.register(FIRST, "Domanda di contributo")
    with pytest.raises(NotYoursToAnnul):
        await desk.annul(entry_id, FIRST, desk.clerk)
    await desk.annul(entry_id, FIRST + timedelta(hours=1))
    row = await desk.line(entry_id)
    assert row.subject == "Domanda di contributo"
    assert row.annulment
    assert (row.annulment.operator, row.annulment.act) == ("Carla Capo", "Determina 12 del 2026")
    with pytest.raises(AlreadyAnnulled):
        await desk.annul(entry_id, FIRST + timedelta(hours=2))


async def test_nobody_changes_a_line_an_annulment_or_a_closed_day(desk: Desk) -> None:
    entry_id = await desk.register(FIRST)
    await desk.annul(entry_id, FIRST)
    await desk.close(FIRST + timedelta(days=1))
    for table in (ProtocolloEntry, RegisterDay):
        with pytest.raises(ProgrammingError, match="permission denied"):
            async with unit_of_work(SYSTEM, bind=desk.connection) as work:
                row = (await work.session.exec(select(table).limit(1))).one()
                row.created_at = FIRST - timedelta(days=1)
                await work.session.flush()  # the point of the test


async def test_only_who_looks_after_the_register_of_the_ente_looks_through_it(desk: Desk) -> None:
    entry_id = await desk.register(FIRST)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        elsewhere = await an_operator(
            work, desk.territory.neighbour_office_id, (Role.ADMIN_CLERK,), names="Ugo Altrove"
        )
        worker = await an_operator(work, desk.territory.office_id, (Role.SOCIAL_WORKER,), names="Anna Altra")
    with pytest.raises(NotFound):
        await desk.line(entry_id, elsewhere)
    with pytest.raises(NotAllowed):
        await desk.line(entry_id, worker)
    with pytest.raises(NotFound):
        await desk.annul(entry_id, FIRST, elsewhere_head(elsewhere))


def elsewhere_head(operator: Operator) -> Operator:
    """The same operator as the head of that office."""
    return Operator(
        operator.operator_id,
        operator.ente_id,
        operator.office_id,
        operator.enti,
        operator.family,
        frozenset({Role.OFFICE_HEAD}),
    )


async def test_lines_are_found_by_number_direction_and_day(desk: Desk) -> None:
    for day in range(3):
        await desk.register(FIRST + timedelta(days=day), f"Domanda {day}")

    async def found(**wanted: object) -> list[str]:
        async with unit_of_work(desk.clerk, read_only=True, bind=desk.connection) as work:
            rows = await protocollo_register(work, desk.clerk, RegisterFilter.model_validate(wanted))
        return [row.subject for row in rows.items]

    assert await found() == ["Domanda 2", "Domanda 1", "Domanda 0"]
    assert await found(year=2026, number=2) == ["Domanda 1"]
    assert await found(direction="outgoing") == []
    assert await found(starts_on=day_of(FIRST), ends_on=day_of(FIRST)) == ["Domanda 0"]
    assert await found(is_annulled=True) == []

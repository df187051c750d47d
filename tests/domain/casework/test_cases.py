"""From an application to a case, and what happens in it."""

from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy.exc import ProgrammingError

from domain.casework.actions.record_note import RecordNote, record_note
from domain.casework.actions.take_charge import TakeCharge, take_charge
from domain.casework.queries.case_file import CaseFile, case_file
from domain.casework.refusals import AlreadyInCharge, NotACaseRole
from domain.casework.terms import CaseStatus, DiaryKind
from domain.intake.actions.withdraw_application import WithdrawApplication, withdraw_application
from domain.intake.queries.own_applications import own_applications
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Operator
from domain.kernel.clock import utcnow
from domain.kernel.refusals import Invalid, NotFound
from domain.platform.reactions import react
from domain.platform.work import unit_of_work
from tests.domain.casework.conftest import Scene
from tests.support.given import SYSTEM
from tests.support.personas import DAVIDE, ROSA
from tests.support.questions import Questions


async def opened(scene: Scene, operator: Operator, case_id: UUID) -> CaseFile:
    async with unit_of_work(operator, read_only=True, bind=scene.connection) as work:
        return await case_file(work, operator, case_id, "case_work")


async def takes(scene: Scene, operator: Operator, case_id: UUID) -> None:
    async with unit_of_work(operator, bind=scene.connection) as work:
        await take_charge(work, operator, TakeCharge(case_id=case_id))


async def writes(scene: Scene, operator: Operator, case_id: UUID, **note: object) -> None:
    command = RecordNote.model_validate({"case_id": case_id, "happened_at": utcnow(), "text": "Sentita."} | note)
    async with unit_of_work(operator, bind=scene.connection) as work:
        await record_note(work, operator, command)


async def test_an_application_opens_a_case_and_the_next_one_joins_it(scene: Scene) -> None:
    first, second, other = await scene.applies(), await scene.applies(), await scene.applies(DAVIDE)
    case_id = await scene.case_of(first)
    assert await scene.case_of(second) == case_id
    assert await scene.case_of(other) != case_id
    file = await opened(scene, scene.worker, case_id)
    assert (file.number, file.status, file.responsible) == (1, CaseStatus.REPORTED, None)
    assert file.person.full_name == ROSA.full_name
    assert {row.application_id for row in file.applications} == {first, second}
    assert [row.kind for row in file.diary.items] == [DiaryKind.AUTOMATIC] * 2
    assert all(row.protocollo and row.days_left == 30 for row in file.applications)
    assert file.office is not None
    events = sa.text("SELECT count(*) FROM platform.event WHERE kind LIKE '%CaseOpened'")
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        assert (await (await work.session.connection()).execute(events)).scalar_one() == 2


async def test_an_event_delivered_twice_changes_nothing(scene: Scene) -> None:
    case_id = await scene.case_of(await scene.applies())
    sent = sa.text("SELECT id FROM platform.event WHERE kind LIKE '%ApplicationSubmitted'")
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        event_id = (await (await work.session.connection()).execute(sent)).scalar_one()
    reaction = "domain.casework.reactions.open_case_for_application"
    await react(str(event_id), reaction, bind=scene.connection)
    assert len((await opened(scene, scene.worker, case_id)).diary.items) == 1


async def test_taking_charge(scene: Scene) -> None:
    application_id = await scene.applies()
    case_id = await scene.case_of(application_id)
    await takes(scene, scene.worker, case_id)
    file = await opened(scene, scene.worker, case_id)
    assert (file.status, file.responsible, file.version) == (CaseStatus.IN_CHARGE, "Sara Lodi", 2)
    newest = file.diary.items[0]
    assert (newest.kind, newest.author, newest.application_id) == (
        DiaryKind.TAKEN_IN_CHARGE,
        "Sara Lodi",
        application_id,
    )
    assert file.applications[0].status is ApplicationStatus.IN_CHARGE
    rosa = scene.citizens[ROSA]
    async with unit_of_work(rosa, read_only=True, bind=scene.connection) as work:
        assert [row.status for row in await own_applications(work, rosa)] == [ApplicationStatus.IN_CHARGE]


async def test_a_colleague_comes_too_late_and_a_new_application_goes_to_who_is_responsible(scene: Scene) -> None:
    case_id = await scene.case_of(await scene.applies())
    await takes(scene, scene.worker, case_id)
    for operator in (scene.colleague, scene.worker):
        with pytest.raises(AlreadyInCharge):
            await takes(scene, operator, case_id)
    await scene.applies()
    with pytest.raises(AlreadyInCharge):
        await takes(scene, scene.colleague, case_id)
    await takes(scene, scene.worker, case_id)
    file = await opened(scene, scene.worker, case_id)
    assert not any(row.is_waiting for row in file.applications)
    assert [row.kind for row in file.diary.items].count(DiaryKind.TAKEN_IN_CHARGE) == 2


async def test_who_may_take_charge_and_write(scene: Scene) -> None:
    case_id = await scene.case_of(await scene.applies())
    with pytest.raises(NotACaseRole):
        await takes(scene, scene.clerk, case_id)
    with pytest.raises(NotACaseRole):
        await writes(scene, scene.clerk, case_id)
    for operator in (scene.neighbour, scene.accountant):
        with pytest.raises(NotFound):
            await takes(scene, operator, case_id)


async def test_the_diary_keeps_what_is_told_for_who_follows_cases(scene: Scene) -> None:
    case_id = await scene.case_of(await scene.applies())
    await takes(scene, scene.worker, case_id)
    for number in range(25):
        await writes(scene, scene.worker, case_id, kind="interview", text=f"Colloquio {number}")
    file = await opened(scene, scene.colleague, case_id)
    assert (file.diary.total, len(file.diary.items), file.diary.items[0].text) == (27, 20, "Colloquio 24")
    assert {row.kind for row in (await opened(scene, scene.clerk, case_id)).diary.items} == {
        DiaryKind.AUTOMATIC,
        DiaryKind.TAKEN_IN_CHARGE,
    }
    with pytest.raises(Invalid) as refused:
        await writes(scene, scene.worker, case_id, happened_at=utcnow() + timedelta(hours=1))
    assert list(refused.value.fields) == ["happened_at"]
    with pytest.raises(ValidationError, match="diary_kind"):
        RecordNote(case_id=case_id, kind=DiaryKind.AUTOMATIC, happened_at=utcnow(), text="Finta")
    naive = RecordNote.model_validate({"case_id": case_id, "happened_at": "2026-07-01T10:00", "text": "x"})
    assert naive.happened_at.isoformat() == "2026-07-01T10:00:00+02:00"


async def test_nobody_changes_the_diary_afterwards(scene: Scene) -> None:
    await scene.applies()
    with pytest.raises(ProgrammingError, match="permission denied"):
        async with unit_of_work(scene.worker, bind=scene.connection) as work:
            await (await work.session.connection()).execute(sa.text("UPDATE casework.diary_entry SET text = 'x'"))


async def test_an_application_given_up_is_no_longer_waited_for(scene: Scene) -> None:
    application_id = await scene.applies()
    rosa = scene.citizens[ROSA]
    async with unit_of_work(rosa, bind=scene.connection) as work:
        await withdraw_application(work, rosa, WithdrawApplication(application_id=application_id))
    await scene.follow()
    file = await opened(scene, scene.worker, await scene.case_of(application_id))
    assert file.diary.items[0].kind is DiaryKind.APPLICATION_WITHDRAWN
    assert not file.applications[0].is_waiting


async def test_opening_a_file_asks_the_same_number_of_questions_however_full_it_is(
    scene: Scene, questions: Questions
) -> None:
    asked = []
    for _ in range(2):
        case_id = await scene.case_of(await scene.applies())
        async with unit_of_work(scene.worker, read_only=True, bind=scene.connection) as work:
            with questions(at_most=20) as sent:
                await case_file(work, scene.worker, case_id)
        asked.append(len(sent))
    assert asked[0] == asked[1]


async def test_every_opening_is_noted_and_every_refused_one(scene: Scene) -> None:
    case_id = await scene.case_of(await scene.applies())
    await opened(scene, scene.worker, case_id)
    with pytest.raises(NotFound):
        await opened(scene, scene.neighbour, case_id)
    noted = sa.text(
        "SELECT person_id, operator_id, subject_id, purpose, is_granted FROM platform.reading"
        " WHERE subject = 'case_file'"
    )
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        found = {tuple(row) for row in await (await work.session.connection()).execute(noted)}
    assert found == {
        (scene.citizens[ROSA].person_id, scene.worker.operator_id, case_id, "case_work", True),
        (None, scene.neighbour.operator_id, case_id, "case_work", False),
    }

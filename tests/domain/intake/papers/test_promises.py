"""What is promised for later comes by a day, is remembered, and is seen when it is late."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.jobs import remind_of_promises
from domain.intake.model.application import Application
from domain.intake.queries.application_review import application_review
from domain.intake.queries.papers.promises_of import promises_of
from domain.kernel.clock import as_of, utcnow
from domain.platform.work import UnitOfWork, unit_of_work
from tests.domain.intake.conftest import Scene
from tests.domain.intake.papers.conftest import a_photo, attach
from tests.support.applications import a_filled_draft
from tests.support.given import SYSTEM


async def _promise(work: UnitOfWork, scene: Scene, typed: str) -> Application:
    papers: dict[str, str | list[str]] = {"identity.later": "yes", "identity.by": typed}
    draft = await a_filled_draft(work, scene.rosa, papers=papers)
    return await submit_application(work, scene.rosa, SubmitApplication(application_id=draft.id))


@pytest.mark.parametrize(("typed", "days"), [("", 30), ("in ten days", 10), ("today", 0)])
async def test_a_promise_stands_with_its_day_until_the_document_comes(scene: Scene, typed: str, days: int) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        day = work.today + timedelta(days=days)
        sent = await _promise(work, scene, day.strftime("%d/%m/%Y") if typed else "")
        assert {key: row.due_on for key, row in (await promises_of(work, sent)).items()} == {"identity": day}
        review = await application_review(work, scene.rosa, sent.id)
        [words] = [row.value for step in review.steps for row in step.answers if row.key == "identity"]
        assert (str(day.year) in words) == bool(typed)
        await attach(work, scene.rosa, sent.id, a_photo())
        assert await promises_of(work, sent) == {}


@pytest.mark.parametrize("typed", ["31/02/2027", "presto", "past", "too late"])
async def test_a_day_that_cannot_be_is_told_beside_its_box(scene: Scene, typed: str) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        days = {"past": work.today - timedelta(days=1), "too late": work.today + timedelta(days=31)}
        written = days[typed].isoformat() if typed in days else typed
        draft = await a_filled_draft(work, scene.rosa)
        values: dict[str, str | list[str]] = {"identity.later": "yes", "identity.by": written}
        saved = await answer_step(
            work, scene.rosa, AnswerStep(application_id=draft.id, step_key="papers", values=values)
        )
        assert list(saved.problems) == ["identity.by"]
        assert saved.application.answers["identity.by"] == written


async def test_somebody_is_reminded_once_and_not_of_what_has_come(
    scene: Scene,
) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        near = await _promise(work, scene, (work.today + timedelta(days=2)).isoformat())
        far = await _promise(work, scene, (work.today + timedelta(days=20)).isoformat())
        kept = await _promise(work, scene, (work.today + timedelta(days=1)).isoformat())
        await attach(work, scene.rosa, kept.id, a_photo())
    await remind_of_promises(bind=scene.connection)
    await remind_of_promises(bind=scene.connection)
    assert await _reminders(scene.connection) == {str(near.id)}
    assert str(far.id) not in await _reminders(scene.connection)


async def _reminders(connection: AsyncConnection) -> set[str]:
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        found = await (await work.session.connection()).execute(
            sa.text("SELECT key FROM correspondence.letter WHERE occasion = 'document_due'")
        )
        return {key.split(":")[1] for (key,) in found}


async def test_a_promise_that_was_not_kept_is_overdue(scene: Scene) -> None:
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        sent = await _promise(work, scene, work.today.isoformat())
    with as_of(utcnow() + timedelta(days=2)):
        async with unit_of_work(scene.rosa, read_only=True, bind=scene.connection) as work:
            review = await application_review(work, scene.rosa, sent.id)
            assert review.promises["identity"].is_overdue

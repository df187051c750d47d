"""Lets the stories happen: people apply on the portal, colleagues take charge, each on its day."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.casework.actions.record_note import RecordNote, record_note
from domain.casework.actions.take_charge import TakeCharge, take_charge
from domain.casework.queries.case_of_application import case_of_application
from domain.catalogue.seeds.starting_services import HOME_CARE
from domain.commands.all_jobs import JOBS
from domain.commands.stories.applications import Story
from domain.commands.stories.conversation import converse
from domain.commands.stories.examination import examine
from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.actions.withdraw_application import WithdrawApplication, withdraw_application
from domain.intake.queries.own_applications import own_applications
from domain.kernel.actor import Citizen, Operator, System
from domain.kernel.clock import as_of
from domain.organization.queries.enti import family_of, reach_of
from domain.organization.queries.operators import operator_by_email
from domain.organization.queries.roles_today import offices_and_roles
from domain.organization.seeds.staff import STAFF
from domain.platform import jobs
from domain.platform.work import UnitOfWork, unit_of_work
from domain.registry.queries.people_represented_by import people_represented_by
from domain.registry.queries.person_by_codice_fiscale import person_by_codice_fiscale
from domain.registry.seeds.settle_people import HOMES

Bind = AsyncEngine | AsyncConnection | None

SYSTEM = System("seed demo")
REACTIONS = ("publish", "react")
_CODES = {one.key: one.codice_fiscale for home in HOMES for one in home.people}
_EMAILS = {f"{one.given_name} {one.family_name}": one.email for one in STAFF}


async def live(story: Story, ambito_id: UUID, now: datetime, bind: Bind) -> None:
    """Let the story happen, unless the person has asked something before."""
    asked_at = now - timedelta(days=story.days_ago)
    with as_of(asked_at):
        application_id = await _ask(story, ambito_id, bind)
    if application_id is None:
        return
    if not story.is_draft:
        with as_of(asked_at + timedelta(minutes=1)):
            await react_to_all(bind)
    if story.withdrawn_after_days:
        with as_of(asked_at + timedelta(days=story.withdrawn_after_days)):
            await _withdraw(story, ambito_id, application_id, bind)
            await react_to_all(bind)
    if story.taken_by:
        taken_at = asked_at + timedelta(days=story.taken_after_days)
        await _follow(story, application_id, taken_at, bind)
        if story.examined_by:
            operator = await operator_called(story.examined_by, bind)
            await examine(story, application_id, taken_at, operator, bind, react_to_all)
        if story.is_talked_about:
            citizen, operator = (
                await citizen_called(story.who, ambito_id, bind),
                await operator_called(story.taken_by, bind),
            )
            await converse(application_id, taken_at, citizen, operator, bind, react_to_all)


async def react_to_all(bind: Bind) -> None:
    """Run the reactions that wait, and those they bring about. Letters and receipts are left to the worker."""
    while True:
        async with unit_of_work(SYSTEM, bind=bind) as work:
            waiting = await jobs.take(await work.session.connection(), REACTIONS)
        if not waiting:
            return
        for job, args in waiting:
            await JOBS[job](*args, bind=bind)


async def _ask(story: Story, ambito_id: UUID, bind: Bind) -> UUID | None:
    citizen, for_id = await _citizen(story, ambito_id, bind)
    async with unit_of_work(citizen, bind=bind) as work:
        if any(row.is_own for row in await own_applications(work, citizen)):
            return None
        draft = await start_application(work, citizen, StartApplication(service_slug=HOME_CARE, for_person_id=for_id))
        for step in story.steps:
            await _answer(work, citizen, draft.id, step, _page(draft.answers, story.answers[step]))
        if not story.is_draft:
            await submit_application(work, citizen, SubmitApplication(application_id=draft.id))
        return draft.id


def _page(shown: Mapping[str, Any], typed: Mapping[str, str | list[str]]) -> dict[str, str | list[str]]:
    """A page sends back what it was opened with, besides what is typed."""
    known: dict[str, str | list[str]] = {key: value for key, value in shown.items() if isinstance(value, str | list)}
    return known | dict(typed)


async def _answer(
    work: UnitOfWork, citizen: Citizen, draft_id: UUID, step: str, values: dict[str, str | list[str]]
) -> None:
    saved = await answer_step(work, citizen, AnswerStep(application_id=draft_id, step_key=step, values=values))
    if saved.problems:
        raise RuntimeError(f"a story does not fit the form: {step} {sorted(saved.problems)}")


async def citizen_called(name: str, ambito_id: UUID, bind: Bind) -> Citizen:
    """The invented person, as signed in, with the people they represent."""
    async with unit_of_work(SYSTEM, read_only=True, bind=bind) as work:
        person_id = await person_called(work, ambito_id, name)
        represented = await people_represented_by(work, person_id, work.today)
        return Citizen(
            person_id=person_id,
            account_id=uuid5(person_id, "demo"),
            ambito_id=ambito_id,
            enti=await family_of(work, ambito_id),
            acts_for=tuple(row.person_id for row in represented),
            titles=tuple((row.person_id, row.kind.acting_title) for row in represented),
        )


async def _citizen(story: Story, ambito_id: UUID, bind: Bind) -> tuple[Citizen, UUID | None]:
    citizen = await citizen_called(story.who, ambito_id, bind)
    if not story.for_whom:
        return citizen, None
    async with unit_of_work(SYSTEM, read_only=True, bind=bind) as work:
        return citizen, await person_called(work, ambito_id, story.for_whom)


async def person_called(work: UnitOfWork, ambito_id: UUID, name: str) -> UUID:
    """The record of the invented person."""
    found = await person_by_codice_fiscale(work, ambito_id, _CODES[name] or "")
    if found is None:
        raise RuntimeError(f"{name} is not in the valley")
    return found.id


async def _withdraw(story: Story, ambito_id: UUID, application_id: UUID, bind: Bind) -> None:
    citizen, _ = await _citizen(story, ambito_id, bind)
    async with unit_of_work(citizen, bind=bind) as work:
        await withdraw_application(work, citizen, WithdrawApplication(application_id=application_id))


async def _follow(story: Story, application_id: UUID, taken_at: datetime, bind: Bind) -> None:
    operator = await operator_called(story.taken_by, bind)
    with as_of(taken_at):
        async with unit_of_work(operator, bind=bind) as work:
            case_id = await case_of_application(work, operator, application_id)
            if case_id is None:
                raise RuntimeError(f"the application of {story.who} is in no case")
            await take_charge(work, operator, TakeCharge(case_id=case_id))
        await react_to_all(bind)
    for note in story.notes:
        written_at = taken_at + timedelta(days=note.days_later)
        with as_of(written_at):
            async with unit_of_work(operator, bind=bind) as work:
                await record_note(
                    work, operator, RecordNote(case_id=case_id, kind=note.kind, happened_at=written_at, text=note.text)
                )


async def operator_called(name: str, bind: Bind) -> Operator:
    """The invented operator, at work in their first office."""
    async with unit_of_work(SYSTEM, read_only=True, bind=bind) as work:
        found = await operator_by_email(work, _EMAILS[name])
        if found is None:
            raise RuntimeError(f"{name} does not work in the valley")
        office = (await offices_and_roles(work, found.id, work.today))[0]
        return Operator(
            operator_id=found.id,
            ente_id=office.ente_id,
            office_id=office.office_id,
            enti=await reach_of(work, office.ente_id),
            family=await family_of(work, office.ente_id),
            roles=office.roles,
        )

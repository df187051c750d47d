"""What we do when something happened to an application."""

from domain.access.events import AccountLinked
from domain.casework.actions.close_application import close_application
from domain.casework.actions.move_cases import MoveCases, move_cases
from domain.casework.actions.open_case import OpenCase, open_case
from domain.casework.events import CaseOpened
from domain.intake.events import ApplicationSubmitted, ApplicationWithdrawn
from domain.kernel.actor import System
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.civil.watch_person import WatchPerson, watch_person
from domain.registry.terms import WatchReason


@reacts_to(ApplicationSubmitted)
async def open_case_for_application(work: UnitOfWork, event: ApplicationSubmitted) -> None:
    """The person the application is about gets a case, or the application goes into the one there is."""
    await open_case(
        work,
        System("open_case_for_application", (event.ente_id,)),
        OpenCase(
            ente_id=event.ente_id,
            person_id=event.beneficiary_id,
            application_id=event.application_id,
            submitted_at=event.submitted_at,
            due_on=event.due_on,
            office_id=event.office_id,
        ),
    )


@reacts_to(ApplicationWithdrawn)
async def close_withdrawn_application(work: UnitOfWork, event: ApplicationWithdrawn) -> None:
    """Nobody needs to answer an application that was given up."""
    await close_application(work, System("close_withdrawn_application", (event.ente_id,)), event.application_id)


@reacts_to(CaseOpened)
async def watch_person_of_case(work: UnitOfWork, event: CaseOpened) -> None:
    """While the case is open, the civil registry is asked every night how the person is."""
    watch = WatchPerson(person_id=event.person_id, reason=WatchReason.CASE, subject_id=event.case_id)
    async with as_the_program(work, "watch person") as system:  # the person may live in another ente
        await watch_person(work, system, watch)


@reacts_to(AccountLinked)
async def move_cases_of_same_person(work: UnitOfWork, event: AccountLinked) -> None:
    """The cases follow the person, who may live in another ente."""
    async with as_the_program(work, "move cases") as system:
        moving = MoveCases(from_person_id=event.from_person_id, to_person_id=event.to_person_id)
        await move_cases(work, system, moving)

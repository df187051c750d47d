"""The civil registry is asked how a person is, while something of theirs is open."""

from uuid import UUID

from domain.intake.events import ApplicationDecided, ApplicationSubmitted, ApplicationWithdrawn
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.civil.end_watch import EndWatch, end_watch
from domain.registry.actions.civil.watch_person import WatchPerson, watch_person
from domain.registry.terms.civil import WatchReason


@reacts_to(ApplicationSubmitted)
async def watch_beneficiary(work: UnitOfWork, event: ApplicationSubmitted) -> None:
    """While the application is open, the civil registry is asked every night how the person is."""
    watch = WatchPerson(person_id=event.beneficiary_id, reason=WatchReason.APPLICATION, subject_id=event.application_id)
    async with as_the_program(work, "watch beneficiary") as system:  # the beneficiary may live in another ente
        await watch_person(work, system, watch)


@reacts_to(ApplicationWithdrawn)
async def end_watch_of_application(work: UnitOfWork, event: ApplicationWithdrawn) -> None:
    """Nothing is open any more."""
    await _end_watch(work, event.application_id)


@reacts_to(ApplicationDecided)
async def end_watch_of_decided_application(work: UnitOfWork, event: ApplicationDecided) -> None:
    """It has its answer: nothing is open any more."""
    await _end_watch(work, event.application_id)


async def _end_watch(work: UnitOfWork, application_id: UUID) -> None:
    ended = EndWatch(reason=WatchReason.APPLICATION, subject_id=application_id)
    async with as_the_program(work, "end watch") as system:
        await end_watch(work, system, ended)

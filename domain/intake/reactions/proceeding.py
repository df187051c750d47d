"""An application follows its proceeding, and the person is told."""

from domain.intake.actions.begin_proceeding import BeginProceeding, begin_proceeding
from domain.intake.actions.examination.settle_items import SettleItems, settle_items
from domain.intake.actions.examination.tell_of_step import TellOfStep, tell_of_step
from domain.intake.actions.follow_proceeding import FollowProceeding, follow_proceeding
from domain.intake.actions.letters.serve_by_opening import ServeByOpening, serve_by_opening
from domain.intake.events import ApplicationSubmitted, LetterOpened
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program
from domain.procedure.events import DeadlineMoved, ProceedingMoved, ProceedingStarted
from domain.procedure.terms import Effect, MoverKind


@reacts_to(ApplicationSubmitted)
async def begin_proceeding_of_application(work: UnitOfWork, event: ApplicationSubmitted) -> None:
    """From the day of sending the application goes through the procedure of its service."""
    async with as_the_program(work, "begin proceeding") as system:  # the service may be another ente's
        await begin_proceeding(work, system, BeginProceeding(application_id=event.application_id))


@reacts_to(ProceedingStarted)
async def keep_first_deadline(work: UnitOfWork, event: ProceedingStarted) -> None:
    """The last day for the answer is the one that the proceeding reckons, holidays and all."""
    async with as_the_program(work, "follow proceeding") as system:
        await follow_proceeding(work, system, FollowProceeding(application_id=event.subject_id, due_on=event.due_on))


@reacts_to(DeadlineMoved)
async def keep_moved_deadline(work: UnitOfWork, event: DeadlineMoved) -> None:
    """The last day follows what moved it: a notice that was received, a longer term, a day off that the ente set."""
    async with as_the_program(work, "follow proceeding") as system:
        await follow_proceeding(work, system, FollowProceeding(application_id=event.subject_id, due_on=event.due_on))


@reacts_to(ProceedingMoved)
async def keep_decision(work: UnitOfWork, event: ProceedingMoved) -> None:
    """The application has the answer that its proceeding has, and its last day."""
    followed = FollowProceeding(
        application_id=event.subject_id, due_on=event.due_on, effect=event.effect, passage_id=event.passage_id
    )
    async with as_the_program(work, "follow proceeding") as system:
        await follow_proceeding(work, system, followed)


@reacts_to(ProceedingMoved)
async def tell_the_person(work: UnitOfWork, event: ProceedingMoved) -> None:
    """A letter, drawn up by a job, where the procedure names one; or else a message, where it wants one."""
    if event.effect is Effect.SUSPEND_FOR_INTEGRATION:
        settled = SettleItems(application_id=event.subject_id, passage_id=event.passage_id)
        async with as_the_program(work, "show what was asked") as system:
            await settle_items(work, system, settled)  # before the letter, which lists them
    if event.letter:
        await work.defer("draw_up_letter", str(event.subject_id), str(event.passage_id), event.letter)
    elif event.is_notified and event.mover is not MoverKind.CITIZEN:
        told = TellOfStep(application_id=event.subject_id, passage_id=event.passage_id)
        async with as_the_program(work, "tell of step") as system:
            await tell_of_step(work, system, told)


@reacts_to(LetterOpened)
async def keep_day_of_receipt(work: UnitOfWork, event: LetterOpened) -> None:
    """The days of the person run from the day on which a notice was opened."""
    served = ServeByOpening(application_id=event.application_id, passage_id=event.passage_id, opened_on=event.opened_on)
    async with as_the_program(work, "keep day of receipt") as system:  # the service may be another ente's
        await serve_by_opening(work, system, served)

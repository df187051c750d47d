"""What we do when something happened to an application."""

from uuid import UUID

from domain.casework.actions.care_plan.tell_of_plan import TellOfPlan, tell_of_plan
from domain.casework.actions.care_plan.write_of_plan import write_of_plan
from domain.casework.actions.end_application import EndApplication, end_application
from domain.casework.actions.follow_application import FollowApplication, follow_application
from domain.casework.actions.note_records import NoteRecords, note_records
from domain.casework.actions.notify_of_charge import NotifyOfCharge, notify_of_charge
from domain.casework.actions.notify_of_difference import NotifyOfDifference, notify_of_difference
from domain.casework.actions.open_case import OpenCase, open_case
from domain.casework.events import (
    CarePlanAnswered,
    CarePlanProposed,
    CarePlanShared,
    CaseOpened,
    CaseTakenInCharge,
)
from domain.casework.terms import DiaryKind
from domain.intake.events import (
    ApplicationDeadlineMoved,
    ApplicationDecided,
    ApplicationReopened,
    ApplicationSubmitted,
    ApplicationWithdrawn,
)
from domain.intake.queries.applications_to_check import applications_by_id
from domain.kernel.actor import System
from domain.kernel.text import _
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.civil.watch_person import WatchPerson, watch_person
from domain.registry.events import DifferenceFound, MergeUndone, PeopleMerged
from domain.registry.terms.civil import WatchReason


@reacts_to(ApplicationSubmitted)
async def open_case_for_application(work: UnitOfWork, event: ApplicationSubmitted) -> None:
    """The person the application is about gets a case, or the application goes into the one there is.

    Its last day may have been reckoned anew since it was sent.
    """
    system = System("open_case_for_application", (event.ente_id,))
    application = (await applications_by_id(work, system, [event.application_id])).get(event.application_id)
    await open_case(
        work,
        system,
        OpenCase(
            ente_id=event.ente_id,
            person_id=event.beneficiary_id,
            application_id=event.application_id,
            submitted_at=event.submitted_at,
            due_on=(application and application.due_on) or event.due_on,
            office_id=event.office_id,
        ),
    )


@reacts_to(ApplicationWithdrawn)
async def close_withdrawn_application(work: UnitOfWork, event: ApplicationWithdrawn) -> None:
    """Nobody needs to answer an application that was given up."""
    await _end(work, event.ente_id, event.application_id, DiaryKind.APPLICATION_WITHDRAWN)


@reacts_to(ApplicationDecided)
async def close_decided_application(work: UnitOfWork, event: ApplicationDecided) -> None:
    """It has its answer: it waits on nobody's desk."""
    await _end(work, event.ente_id, event.application_id, DiaryKind.APPLICATION_DECIDED)


async def _end(work: UnitOfWork, ente_id: UUID, application_id: UUID, kind: DiaryKind) -> None:
    ended = EndApplication(application_id=application_id, kind=kind)
    await end_application(work, System("end application", (ente_id,)), ended)


@reacts_to(ApplicationDeadlineMoved)
async def follow_deadline(work: UnitOfWork, event: ApplicationDeadlineMoved) -> None:
    """The desk counts to the day that the proceeding reckons."""
    followed = FollowApplication(application_id=event.application_id, due_on=event.due_on)
    await follow_application(work, System("follow deadline", (event.ente_id,)), followed)


@reacts_to(ApplicationReopened)
async def wait_again(work: UnitOfWork, event: ApplicationReopened) -> None:
    """The person has asked for a review: somebody has to answer again."""
    followed = FollowApplication(application_id=event.application_id, is_reopened=True)
    await follow_application(work, System("wait again", (event.ente_id,)), followed)


@reacts_to(PeopleMerged)
async def note_merge(work: UnitOfWork, event: PeopleMerged) -> None:
    """Who follows the person reads that the file has become two files' worth."""
    await _note(work, event.kept_id, DiaryKind.RECORDS_JOINED, event.operator_id)


@reacts_to(MergeUndone)
async def note_undone_merge(work: UnitOfWork, event: MergeUndone) -> None:
    """Who follows either of the two reads that they are two people."""
    for person_id in (event.kept_id, event.former_id):
        await _note(work, person_id, DiaryKind.RECORDS_APART, event.operator_id)


async def _note(work: UnitOfWork, person_id: UUID, kind: DiaryKind, operator_id: UUID | None) -> None:
    async with as_the_program(work, "note records") as system:
        told = NoteRecords(person_id=person_id, kind=kind, happened_at=work.now, operator_id=operator_id)
        await note_records(work, system, told)


@reacts_to(CaseOpened)
async def watch_person_of_case(work: UnitOfWork, event: CaseOpened) -> None:
    """While the case is open, the civil registry is asked every night how the person is."""
    watch = WatchPerson(person_id=event.person_id, reason=WatchReason.CASE, subject_id=event.case_id)
    async with as_the_program(work, "watch person") as system:  # the person may live in another ente
        await watch_person(work, system, watch)


@reacts_to(CaseTakenInCharge)
async def notify_heads_of_charge(work: UnitOfWork, event: CaseTakenInCharge) -> None:
    """The heads of the office know who follows whom."""
    told = NotifyOfCharge(case_id=event.case_id, operator_id=event.operator_id)
    await notify_of_charge(work, System("notify_heads_of_charge", (event.ente_id,)), told)


@reacts_to(DifferenceFound)
async def notify_who_follows(work: UnitOfWork, event: DifferenceFound) -> None:
    """Who follows the person is told what the civil registry has found; the case may be of another ente."""
    told = NotifyOfDifference(difference_id=event.difference_id, person_id=event.person_id)
    async with as_the_program(work, "notify who follows") as system:
        await notify_of_difference(work, system, told)


@reacts_to(CarePlanProposed)
async def ask_visa_of_plan(work: UnitOfWork, event: CarePlanProposed) -> None:
    """The heads of the office find a notice that a plan waits for their visa."""
    key = f"care-plan-visa:{event.plan_id}:{event.number}:{work.today}"
    told = TellOfPlan(event.plan_id, key, _("Un progetto personalizzato aspetta il tuo visto."), is_for_heads=True)
    await tell_of_plan(work, System("ask visa of plan", (event.ente_id,)), told)


@reacts_to(CarePlanShared)
async def write_of_shared_plan(work: UnitOfWork, event: CarePlanShared) -> None:
    """Who can read the plan on the portal is written to; who represents the person may live in another ente."""
    if event.is_online:
        async with as_the_program(work, "write of shared plan") as system:
            await write_of_plan(work, system, event.plan_id, event.ente_id, event.person_id)


@reacts_to(CarePlanAnswered)
async def tell_of_answered_plan(work: UnitOfWork, event: CarePlanAnswered) -> None:
    """Who answers for the plan learns what the person has said."""
    words = (
        _("La persona ha accettato il progetto dal portale.")
        if event.is_accepted
        else _("La persona non ha accettato il progetto. Leggi che cosa ha scritto.")
    )
    told = TellOfPlan(event.plan_id, f"care-plan-answer:{event.plan_id}:{event.number}", words)
    await tell_of_plan(work, System("tell of answered plan", (event.ente_id,)), told)

"""What follows when an application was sent: its number, its receipt, the letter that says so."""

from uuid import UUID

from domain.access.events import ContactConfirmed
from domain.catalogue.events import BandoConcluded, BandoRectified
from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.terms.notices import NoticeKind
from domain.documents.actions import register_protocollo as registering
from domain.documents.terms import Direction
from domain.intake.actions.archive.file_papers import FilePapers, file_papers
from domain.intake.actions.begin_proceeding import BeginProceeding, begin_proceeding
from domain.intake.actions.contact_requests.note_proof import note_proof
from domain.intake.actions.examination.notify_of_visa import NotifyOfVisa, notify_of_visa
from domain.intake.actions.examination.settle_items import SettleItems, settle_items
from domain.intake.actions.examination.tell_of_step import TellOfStep, tell_of_step
from domain.intake.actions.follow_proceeding import FollowProceeding, follow_proceeding
from domain.intake.actions.letters.serve_by_opening import ServeByOpening, serve_by_opening
from domain.intake.actions.signatures.submit_signed import SubmitSigned, submit_signed
from domain.intake.actions.signatures.tell_of_signatures import TellOfSignatures, tell_of_signatures
from domain.intake.events import (
    ApplicationAssigned,
    ApplicationDecided,
    ApplicationRegistered,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    ContactRequestArrived,
    LetterOpened,
    SignatureGiven,
    SignatureRefused,
    SignaturesAsked,
)
from domain.intake.queries.applications_to_check import applications_by_id
from domain.intake.queries.fingerprint import fingerprint
from domain.kernel.actor import System
from domain.kernel.languages import SOURCE
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import _
from domain.platform.language import say
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program
from domain.procedure.events import DeadlineMoved, ProceedingMoved, ProceedingStarted, VisaAsked, VisaRefused
from domain.procedure.terms import Effect, MoverKind
from domain.registry.actions.civil.end_watch import EndWatch, end_watch
from domain.registry.actions.civil.watch_person import WatchPerson, watch_person
from domain.registry.terms.civil import WatchReason


@reacts_to(ApplicationSubmitted)
async def register_protocollo(work: UnitOfWork, event: ApplicationSubmitted) -> None:
    """Register the application in the protocollo of its ente; told again, it has its number already.

    Who acted for another is named beside that person.
    """
    application = (await applications_by_id(work, work.actor, [event.application_id]))[event.application_id]
    subject = application.title.in_(SOURCE.code)
    if application.acting_name:
        presented = application.acting_title.presented(application.acting_name, application.beneficiary_name)
        subject = f"{subject} – {say(presented, SOURCE.code)}"
    await registering.register_protocollo(
        work,
        registering.RegisterProtocollo(
            ente_id=event.ente_id,
            person_id=event.beneficiary_id,
            about_id=event.application_id,
            subject=subject,
            direction=Direction.INCOMING,
            counterpart=application.acting_name or None,
            content_sha256=await fingerprint(work, work.actor, event.application_id),
        ),
    )
    await work.record(ApplicationRegistered(ente_id=event.ente_id, application_id=event.application_id))


@reacts_to(ApplicationSubmitted)
async def file_papers_of_application(work: UnitOfWork, event: ApplicationSubmitted) -> None:
    """What was sent with it stands in the archive of the person."""
    async with as_the_program(work, "file papers") as system:  # the person may live in another ente
        await file_papers(work, system, FilePapers(application_id=event.application_id))


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


@reacts_to(VisaRefused)
async def forget_what_was_not_asked(work: UnitOfWork, event: VisaRefused) -> None:
    """Without the visa nothing is asked."""
    settled = SettleItems(application_id=event.subject_id, refused_visa_id=event.visa_id)
    async with as_the_program(work, "forget what was not asked") as system:
        await settle_items(work, system, settled)


@reacts_to(ContactConfirmed)
async def keep_proof_of_contact(work: UnitOfWork, event: ContactConfirmed) -> None:
    """The desk reads that the contact of a request is right."""
    async with as_the_program(work, "keep proof of contact") as system:  # the code is the ambito's
        await note_proof(work, system, event.code_id)


@reacts_to(ContactRequestArrived)
async def notify_desks_of_request(work: UnitOfWork, event: ContactRequestArrived) -> None:
    """The desks of the ente are told once a day: how many wait is on their list."""
    told = NotifyOperators(
        ente_id=event.ente_id,
        kind=NoticeKind.CITIZEN_MESSAGE,
        key=f"contact-requests:{event.ente_id}:{work.today}",
        subject=_("Oggi ha scritto qualcuno che aspetta di essere richiamato."),
        path="/richiamate",
        roles=DESK_ROLES,
    )
    await notify_operators(work, System("notify desks of request", (event.ente_id,)), told)


@reacts_to(VisaAsked)
async def notify_heads_of_visa(work: UnitOfWork, event: VisaAsked) -> None:
    """The heads of the office find that a step waits for them."""
    told = NotifyOfVisa(application_id=event.subject_id, visa_id=event.visa_id, asked_by_id=event.asked_by_id)
    await notify_of_visa(work, System("notify heads of visa", (event.ente_id,)), told)


@reacts_to(VisaRefused)
async def notify_who_asked_for_visa(work: UnitOfWork, event: VisaRefused) -> None:
    """Who asked finds that there is something to put right."""
    told = NotifyOfVisa(
        application_id=event.subject_id, visa_id=event.visa_id, asked_by_id=event.asked_by_id, is_refused=True
    )
    await notify_of_visa(work, System("notify who asked for visa", (event.ente_id,)), told)


@reacts_to(ApplicationAssigned)
async def notify_who_answers_for_it(work: UnitOfWork, event: ApplicationAssigned) -> None:
    """The colleague finds it among the notices, unless it was taken by oneself."""
    told = NotifyOperators(
        ente_id=event.ente_id,
        kind=NoticeKind.APPLICATION_ASSIGNED,
        key=f"application-assigned:{event.application_id}:{event.responsible_id}:{work.today}",
        subject=_("Ti hanno assegnato una domanda."),
        path=f"/domande/{event.application_id}",
        operator_id=event.responsible_id,
        but=event.assigned_by_id,
    )
    await notify_operators(work, System("notify of assignment", (event.ente_id,)), told)


@reacts_to(SignaturesAsked)
async def tell_who_signs(work: UnitOfWork, event: SignaturesAsked) -> None:
    """Those whom we know find a message; who has asked does not learn which these are."""
    async with as_the_program(work, "tell who signs") as system:
        await tell_of_signatures(work, system, TellOfSignatures(application_id=event.application_id))


@reacts_to(SignatureRefused)
async def tell_of_refused_signature(work: UnitOfWork, event: SignatureRefused) -> None:
    """Who has asked for it is told that there is a reason to read."""
    told = TellOfSignatures(application_id=event.application_id, refused_id=event.signature_id)
    async with as_the_program(work, "tell of refused signature") as system:
        await tell_of_signatures(work, system, told)


@reacts_to(SignatureGiven)
async def send_what_all_have_signed(work: UnitOfWork, event: SignatureGiven) -> None:
    """With the last signature the application leaves by itself."""
    signed = SubmitSigned(application_id=event.application_id, signature_id=event.signature_id)
    async with as_the_program(work, "send what all have signed") as system:
        await submit_signed(work, system, signed)


@reacts_to(ApplicationRegistered)
async def draw_up_receipt(work: UnitOfWork, event: ApplicationRegistered) -> None:
    """Have the receipt drawn up and sent: a job, because making a PDF takes time that a transaction should not."""
    await work.defer("draw_up_receipt", str(event.application_id))


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


@reacts_to(ApplicationSubmitted)
async def notify_office_of_application(work: UnitOfWork, event: ApplicationSubmitted) -> None:
    """The office is told once a day that applications have come: how many is on its desk."""
    if event.office_id is None:
        return
    told = NotifyOperators(
        ente_id=event.ente_id,
        kind=NoticeKind.APPLICATION_ARRIVED,
        key=f"applications-arrived:{event.office_id}:{work.today}",
        subject=_("Oggi sono arrivate domande nuove per il tuo ufficio."),
        path="/scrivania",
        office_id=event.office_id,
        roles=DESK_ROLES,
    )
    await notify_operators(work, System("notify_office_of_application", (event.ente_id,)), told)


@reacts_to(BandoRectified)
async def recount_points(work: UnitOfWork, event: BandoRectified) -> None:
    """Who has applied has the points of the bando as it is now: a job, because they may be thousands."""
    await work.defer("recount_bando", str(event.bando_id), str(event.number))


@reacts_to(BandoConcluded)
async def draw_up_result(work: UnitOfWork, event: BandoConcluded) -> None:
    """The result is also a file, with protocollo numbers and no names."""
    await work.defer("draw_up_bando_result", str(event.bando_id))

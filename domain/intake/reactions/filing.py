"""The number of what was sent, its place in the archive, its receipt."""

from domain.documents.actions import register_protocollo as registering
from domain.documents.terms import Direction
from domain.intake.actions.archive.file_papers import FilePapers, file_papers
from domain.intake.events import ApplicationRegistered, ApplicationSubmitted
from domain.intake.queries.applications_to_check import applications_by_id
from domain.intake.queries.fingerprint import fingerprint
from domain.kernel.languages import SOURCE
from domain.platform.language import say
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program


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


@reacts_to(ApplicationRegistered)
async def draw_up_receipt(work: UnitOfWork, event: ApplicationRegistered) -> None:
    """Have the receipt drawn up and sent: a job, because making a PDF takes time that a transaction should not."""
    await work.defer("draw_up_receipt", str(event.application_id))

"""What the receipt of an application says, gathered for the job that draws it up."""

from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import FormDefinition, form_of
from domain.catalogue.queries.published_services import services_of_versions
from domain.documents.queries.protocollo_of import protocollo_of
from domain.intake.model.application import Application
from domain.intake.permissions import visible_to
from domain.intake.queries.assistance.entered import how_entered
from domain.intake.queries.attachments_of import attachments_of
from domain.intake.queries.signature_rows import signed_words
from domain.intake.rules.receipt import ReceiptFacts, ReceivedFile
from domain.intake.rules.summary import summary
from domain.kernel.actor import System
from domain.kernel.refusals import NotFound
from domain.kernel.titles import Title
from domain.organization.queries.enti import ente
from domain.organization.queries.offices import office
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


async def receipt_facts(work: UnitOfWork, system: System, application_id: UUID) -> ReceiptFacts | None:
    """The facts; None when the receipt is drawn up already. Refuses NotFound while there is no protocollo number."""
    wanted = select(Application).where(col(Application.id) == application_id, visible_to(system))
    application = (await work.session.exec(wanted)).one()
    if application.receipt_id is not None:
        return None
    number = await protocollo_of(work, application.id)
    if number is None or application.submitted_at is None or application.due_on is None:
        raise NotFound
    language = application.language
    service = (await services_of_versions(work, [application.service_version_id]))[application.service_version_id]
    sender = await ente(work, application.ente_id)
    people = await names(work, [application.applicant_id, application.beneficiary_id])
    rows = [row for found in (await attachments_of(work, application)).values() for row in found]
    files: dict[str, list[str]] = {}
    for row in rows:
        files.setdefault(row.field, []).append(row.file_name)
    form = await form_of(work, application.service_version_id)
    return ReceiptFacts(
        language=language,
        ente_name=sender.name,
        ente_address=tuple(line for line in (sender.address, sender.phone, sender.pec) if line),
        service_title=service.card.title.in_(language),
        applicant_name=people[application.applicant_id].full_name,
        title=application.title or Title.SELF,
        entered=await how_entered(work, application),
        signed=await signed_words(work, application.id, language),
        beneficiary_name=people[application.beneficiary_id].full_name,
        protocollo=number.label,
        registered_at=number.registered_at,
        submitted_at=application.submitted_at,
        office=await _office(work, application),
        due_on=application.due_on,
        term_days=service.term_days,
        steps=summary(form, application.answers, language, files),
        files=[ReceivedFile(_title(form, row.field, language), row.file_name, row.sha256) for row in rows],
    )


async def _office(work: UnitOfWork, application: Application) -> tuple[str, ...]:
    if application.office_id is None:
        return ()
    found = await office(work, application.office_id)
    return tuple(line for line in (found.name, found.address, found.phone, found.email) if line)


def _title(form: FormDefinition, field_key: str, language: str) -> str:
    field = form.field(field_key)
    return field.label.in_(language) if field else field_key

"""What the letter of a step says, gathered for the job that draws it up."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import form_of
from domain.catalogue.queries.published_services import services_of_versions
from domain.documents.queries.protocollo_of import protocollo_of
from domain.intake.model.application import Application
from domain.intake.model.integration import IntegrationItem
from domain.intake.model.letter import PassageLetter
from domain.intake.permissions import visible_to
from domain.intake.queries.examination.appeal_words import appeal_words
from domain.intake.rules.letter import LetterFacts
from domain.intake.rules.printing.paper_words import answer_in_words
from domain.kernel.actor import System
from domain.kernel.refusals import NotFound
from domain.organization.queries.enti import ente
from domain.organization.queries.offices import office
from domain.platform.work import UnitOfWork
from domain.procedure.queries.passages import PassageRow
from domain.procedure.queries.proceeding_of import ProceedingSheet, proceeding_of
from domain.procedure.terms import DECISIONS
from domain.registry.queries.names import names


@dataclass(frozen=True)
class LetterToWrite:
    """To whom, in which ente, and what it says."""

    ente_id: UUID
    person_id: UUID
    recipient_id: UUID
    facts: LetterFacts


async def letter_facts(
    work: UnitOfWork, system: System, application_id: UUID, passage_id: UUID
) -> LetterToWrite | None:
    """None when the letter is there already, or the application was not found. Refuses NotFound without a number."""
    wanted = select(Application).where(col(Application.id) == application_id, visible_to(system))
    application = (await work.session.exec(wanted)).one_or_none()
    known = select(PassageLetter.id).where(col(PassageLetter.passage_id) == passage_id)
    if application is None or (await work.session.exec(known)).first() is not None:
        return None
    found = await proceeding_of(work, system, application.id)
    number = await protocollo_of(work, application.id)
    step = next((one for one in found.history if one.id == passage_id), None)
    if number is None or step is None:
        raise NotFound
    code = application.language
    service = (await services_of_versions(work, [application.service_version_id]))[application.service_version_id]
    sender = await ente(work, application.ente_id)
    people = await names(work, [application.beneficiary_id])
    facts = LetterFacts(
        language=code,
        ente_name=sender.name,
        ente_address=tuple(line for line in (sender.address, sender.phone, sender.pec) if line),
        service_title=service.card.title.in_(code),
        beneficiary_name=people[application.beneficiary_id].full_name,
        application_number=number.label,
        office=await _office(work, found.office_id or application.office_id),
        responsible=found.responsible,
        answer_due_on=found.answer_due_on if step is found.history[0] else None,
        reasons=_reasons(found, step, code),
        items=await _items(work, application, passage_id),
        appeal=await appeal_words(work, application.ente_id),
    )
    return LetterToWrite(application.ente_id, application.beneficiary_id, application.applicant_id, facts)


def _reasons(found: ProceedingSheet, step: PassageRow, code: str) -> list[tuple[str, str]]:
    """What the step says; where it only hands over a decision, what the decision says."""
    before = found.history[found.history.index(step) :]
    telling = step if step.fields else next((one for one in before if one.effect in DECISIONS), step)
    return [(field.label.in_(code), answer_in_words(field, value, code)) for field, value in telling.fields]


async def _items(work: UnitOfWork, application: Application, passage_id: UUID) -> list[tuple[str, str]]:
    """What is missing: in the step, or waiting with its visa for this very step."""
    wanted = select(IntegrationItem).where(
        col(IntegrationItem.application_id) == application.id,
        col(IntegrationItem.passage_id) == passage_id,
    )
    found = (await work.session.exec(wanted.order_by(col(IntegrationItem.created_at)))).all()
    if not found:
        return []
    form = await form_of(work, application.service_version_id)
    listed = []
    for one in found:
        field = form.field(one.question) if one.question else None
        listed.append((field.label.in_(application.language) if field else one.label, one.note))
    return listed


async def _office(work: UnitOfWork, office_id: UUID | None) -> tuple[str, ...]:
    if office_id is None:
        return ()
    found = await office(work, office_id)
    return tuple(line for line in (found.name, found.address, found.phone, found.email) if line)

"""An operator begins an application with a person at the desk, or copies one that came on paper."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, StringConstraints
from sqlmodel import col, select

from domain.access.terms import IdentityDocument
from domain.catalogue.queries.form_of import form_of
from domain.catalogue.queries.published_services import PublishedService
from domain.intake.actions.drafts.take_to_desk import TakeToDesk, take_to_desk
from domain.intake.model.application import Application
from domain.intake.model.assistance import Recognised
from domain.intake.permissions import may_work_on_applications
from domain.intake.queries.assistance.applicants import Applicant, applicants
from domain.intake.queries.assistance.asked_at_desk import asked_at_desk
from domain.intake.refusals import FollowedElsewhere, NotYourPerson
from domain.intake.rules.known_facts import known_facts
from domain.intake.rules.prefill import prefilled
from domain.intake.rules.recognition import check_recognition
from domain.intake.rules.shown import spoken
from domain.intake.terms import ApplicationStatus, Channel, Recognition
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.titles import Title
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import PersonCard, person_card


class StartAtDesk(BaseModel):
    """For whom and for what, a service or a bando; who applies (None: the person).

    By which way it came, and how the applicant is known. ``late_reason`` says why it comes in after the end of a bando
    that lets the desk do so; in time it is not kept. ``is_from_home``: the applicant asks to go on with the draft that
    they have begun on the portal.
    """

    person_id: UUID
    service_slug: str = ""
    bando_id: UUID | None = None
    late_reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""
    applicant_id: UUID | None = None
    channel: Channel
    paper_on: date | None = None
    way: Recognition
    document_kind: IdentityDocument | None = None
    document_number: Annotated[str, AfterValidator(str.strip), Field(max_length=100)] = ""
    document_expires_on: date | None = None
    is_from_home: bool = False


async def start_at_desk(work: UnitOfWork, operator: Operator, command: StartAtDesk) -> Application:
    """The desk's draft for this service or bando, person and applicant: new with what we know, or the one there is.

    How the applicant was recognised is written down each time. Also for services that are not asked for online.
    Refuses NotAllowed, NotFound, FollowedElsewhere for a person of another ente, NotYourPerson for an applicant without
    a checked title, Invalid for a recognition or a paper that does not hold, and where no draft was begun at home; for
    a bando whatever ``asked_at_desk`` refuses.
    """
    if not may_work_on_applications(operator):
        raise NotAllowed
    check_recognition(command, today=work.today)
    card = await person_card(work, operator, command.person_id)
    if card.ente_id not in operator.enti:
        raise FollowedElsewhere
    found = await applicants(work, operator, card)
    wanted = command.applicant_id or card.id
    applicant = next((one for one in found if one.person_id == wanted), None)
    if applicant is None:
        raise NotYourPerson
    asked = command.model_dump(include={"service_slug", "bando_id", "late_reason"})
    service, bando = await asked_at_desk(work, operator, card.ente_id, **asked)
    await locks.hold(work, "desk draft", applicant.person_id, card.id, service.service_id)
    whose = TakeToDesk(
        applicant_id=applicant.person_id,
        beneficiary_id=card.id,
        service_id=service.service_id,
        bando_id=command.bando_id,
    )
    draft = await take_to_desk(work, operator, whose) if command.is_from_home else await _draft(work, whose)
    if draft is None:
        draft = await _new(work, operator, command, card, applicant, service)
    if bando is not None and bando.is_open_late:
        draft.late_reason = command.late_reason
    work.session.add(_recognised(operator, command, draft))
    return draft


async def _draft(work: UnitOfWork, whose: TakeToDesk) -> Application | None:
    wanted = select(Application).where(
        col(Application.applicant_id) == whose.applicant_id,
        col(Application.beneficiary_id) == whose.beneficiary_id,
        col(Application.service_id) == whose.service_id,
        col(Application.bando_id).is_not_distinct_from(whose.bando_id),
        col(Application.status) == ApplicationStatus.DRAFT,
        col(Application.entered_by_id).is_not(None),
    )
    return (await work.session.exec(wanted)).first()


async def _new(
    work: UnitOfWork,
    operator: Operator,
    command: StartAtDesk,
    card: PersonCard,
    applicant: Applicant,
    service: PublishedService,
) -> Application:
    is_other = applicant.title is not Title.SELF
    form = await form_of(work, service.version_id)
    application = Application(
        ente_id=card.ente_id,
        service_id=service.service_id,
        service_version_id=service.version_id,
        bando_id=command.bando_id,
        applicant_id=applicant.person_id,
        beneficiary_id=card.id,
        title=applicant.title,
        acting_name=applicant.full_name if is_other else None,
        language=spoken(card.language),
        answers=prefilled(form, known_facts(None if is_other else card, card, is_other=is_other)),
        saved_at=work.now,
        channel=command.channel,
        entered_by_id=operator.operator_id,
        paper_on=command.paper_on,
    )
    work.session.add(application)
    await work.session.flush()  # the recognition points at it
    return application


def _recognised(operator: Operator, command: StartAtDesk, application: Application) -> Recognised:
    is_document = command.way is Recognition.DOCUMENT
    return Recognised(
        ente_id=application.ente_id,
        application_id=application.id,
        person_id=application.applicant_id,
        operator_id=operator.operator_id,
        office_id=operator.office_id,
        way=command.way,
        document_kind=command.document_kind if is_document else None,
        document_number=command.document_number if is_document else "",
        document_expires_on=command.document_expires_on if is_document else None,
    )

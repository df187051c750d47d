"""Begin an application, or go on with the one begun before."""

from dataclasses import replace
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col, select

from domain.catalogue.queries.bandi.bando_in_force import bando_in_force, demand_open
from domain.catalogue.queries.form_of import Field, form_of
from domain.catalogue.queries.published_services import PublishedService, published_service, services_of_versions
from domain.intake.model.application import Application
from domain.intake.queries.delegated_readings import note_delegated_reading
from domain.intake.queries.drafts.earlier_applications import earlier_applications
from domain.intake.refusals import BandoElsewhere, NotOnline, NotYourPerson
from domain.intake.rules.drafts.earlier import REGISTRY, earlier_answers, from_application
from domain.intake.rules.known_facts import known_facts
from domain.intake.rules.prefill import Known, prefilled
from domain.intake.rules.shown import spoken
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Citizen
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.registry.queries.declared_card import declared_card
from domain.registry.queries.person_card import PersonCard, person_card


class StartApplication(BaseModel):
    """For which service and for whom (None: oneself); ``language`` is the one in which the citizen reads now.

    ``bando_id`` is the call to which the application answers: its service and its form count.
    """

    service_slug: str
    bando_id: UUID | None = None
    for_person_id: UUID | None = None
    language: str | None = None


async def start_application(work: UnitOfWork, citizen: Citizen, command: StartApplication) -> Application:
    """The citizen's draft for this service and this person: a new one with what we already know, or the one there is.

    The published version stays with the draft. Asked twice at once, there is one draft. For somebody only declared
    the draft holds what the citizen typed, nothing of the person's file; for a delegator who they are, no more.
    Refuses NotYourPerson, NotFound for a service that is not on offer, NotOnline for one asked for at the desk,
    BandoNotOpen before and after its hours, BandoElsewhere for a comune in which the person does not live.
    """
    person_id = command.for_person_id or citizen.person_id
    beneficiary = await _beneficiary(work, citizen, person_id)
    service = await _service(work, citizen, command, beneficiary)
    title = citizen.title_for(person_id, service_id=service.service_id)
    if title is None and person_id not in citizen.prepares_for:
        raise NotYourPerson
    if not service.is_online and command.bando_id is None:
        raise NotOnline
    await locks.hold(work, "draft", citizen.person_id, beneficiary.id, service.service_id)
    if (draft := await _draft(work, citizen, beneficiary.id, service.service_id, command.bando_id)) is not None:
        return draft
    applicant = (
        beneficiary if beneficiary.id == citizen.person_id else await person_card(work, citizen, citizen.person_id)
    )
    application = _new(work, applicant, beneficiary, service, command.bando_id)
    mandate = citizen.mandate_for(person_id, service_id=service.service_id)
    if title is not None:
        application.act_as(title, mandate.delegation_id if mandate and title.is_delegated else None)
        if title.is_delegated:
            note_delegated_reading(work, citizen, application)
    application.language = spoken(command.language or applicant.language)
    await _fill(work, citizen, application, known_facts(applicant, beneficiary, is_other=applicant.id != person_id))
    work.session.add(application)
    await work.session.flush()  # attachments and uploads of this transaction refer to it
    return application


async def _fill(work: UnitOfWork, citizen: Citizen, application: Application, known: Known) -> None:
    """What we know stands in it, and what the citizen has said of the same things before; a delegate begins anew."""
    form = await form_of(work, application.service_version_id)
    application.answers = prefilled(form, known)
    answered = {name.partition(".")[0] for name in application.answers}
    sources = {key: REGISTRY for key in answered if _is_known(form.field(key))}
    if application.title is not None and not application.title.is_delegated:
        sent = await earlier_applications(work, citizen, application.beneficiary_id)
        for key, (given, day) in earlier_answers(form, sent).items():
            if key not in answered:
                application.answers = application.answers | given
                sources[key] = from_application(day)
    application.known_from = sources


def _is_known(field: Field | None) -> bool:
    """Whether we know the answer; for whom it is has just been said."""
    return field is not None and not (field.prefill or "").startswith("application.")


async def _beneficiary(work: UnitOfWork, citizen: Citizen, person_id: UUID) -> PersonCard:
    """Who gets the help: as much of the card as the citizen may know by the title they act by."""
    if person_id in citizen.prepares_for:
        return await declared_card(work, citizen, person_id)
    if person_id in citizen.people:
        return await person_card(work, citizen, person_id)
    if person_id not in citizen.delegators:
        raise NotYourPerson
    card = await person_card(work, citizen, person_id)
    return replace(card, email=None, phone=None, residence=None, isee_amount=None)


async def _service(
    work: UnitOfWork, citizen: Citizen, command: StartApplication, beneficiary: PersonCard
) -> PublishedService:
    """The service on offer, or the one of the bando, in the version that the bando was made for."""
    if command.bando_id is None:
        return await published_service(work, citizen, command.service_slug, ente_id=beneficiary.ente_id)
    bando = await bando_in_force(work, command.bando_id)
    demand_open(bando, work.now)
    if bando.ente_id not in (beneficiary.ente_id, citizen.ambito_id):
        raise BandoElsewhere
    return (await services_of_versions(work, [bando.service_version_id]))[bando.service_version_id]


async def _draft(
    work: UnitOfWork, citizen: Citizen, beneficiary_id: UUID, service_id: UUID, bando_id: UUID | None
) -> Application | None:
    wanted = select(Application).where(
        col(Application.applicant_id) == citizen.person_id,
        col(Application.beneficiary_id) == beneficiary_id,
        col(Application.service_id) == service_id,
        col(Application.status) == ApplicationStatus.DRAFT,
        col(Application.bando_id) == bando_id if bando_id else col(Application.bando_id).is_(None),
        sa.or_(col(Application.entered_by_id).is_(None), col(Application.shared_at).is_not(None)),
    )
    return (await work.session.exec(wanted.order_by(col(Application.saved_at).desc()))).first()


def _new(
    work: UnitOfWork, applicant: PersonCard, beneficiary: PersonCard, service: PublishedService, bando_id: UUID | None
) -> Application:
    return Application(
        ente_id=beneficiary.ente_id,
        service_id=service.service_id,
        service_version_id=service.version_id,
        bando_id=bando_id,
        applicant_id=applicant.id,
        beneficiary_id=beneficiary.id,
        saved_at=work.now,
    )

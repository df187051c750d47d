"""Send an application to the office."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.bandi.bando_in_force import (
    BandoInForce,
    bando_in_force,
    demand_open,
    demand_open_at_desk,
)
from domain.catalogue.queries.form_of import FormDefinition, form_of
from domain.catalogue.queries.published_services import services_of_versions
from domain.intake.actions.bandi.score_application import ScoreApplication, score_application
from domain.intake.actions.papers.hold_papers import hold_papers
from domain.intake.actions.papers.keep_promises import keep_promises
from domain.intake.events import ApplicationSubmitted
from domain.intake.model.application import Application
from domain.intake.permissions import title_in
from domain.intake.queries.assistance.confirmations import confirmations
from domain.intake.queries.attachments_of import attached_fields
from domain.intake.queries.own_draft import own_draft
from domain.intake.queries.signature_rows import unsigned
from domain.intake.refusals import ApplicationIncomplete, NotReadAloud, NotYetChecked, NotYourPerson, SignaturesMissing
from domain.intake.rules.answers import cleaned
from domain.intake.rules.completeness import missing
from domain.intake.rules.confirming import unconfirmed
from domain.intake.rules.deadlines import due_on
from domain.intake.rules.shown import spoken
from domain.intake.terms import Channel
from domain.kernel.actor import Citizen, Operator, System
from domain.kernel.titles import Title
from domain.organization.queries.competent_office import competent_office
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


class SubmitApplication(BaseModel):
    """Which one; ``language`` is the one in which the citizen has read it, and will get the receipt."""

    application_id: UUID
    language: str | None = None


async def submit_application(
    work: UnitOfWork, actor: Citizen | Operator | System, command: SubmitApplication
) -> Application:
    """Send it: the term starts, the office that is competent gets it, the answers are kept in one form.

    Its documents come into the person's file; what is promised for later stands with a day.

    The row is locked, so of two at once one sends and the other is refused. Refuses NotFound, AlreadySubmitted,
    NotYetChecked for somebody only declared, NotYourPerson when the citizen no longer acts for the person,
    ApplicationIncomplete with the steps to mend, SignaturesMissing while somebody who must sign has not signed this
    very text. What was filled in at the desk an operator sends, once the person has confirmed every declaration: else
    NotReadAloud. The program sends what waited for nothing but signatures. For a bando the server's clock counts:
    BandoNotOpen before it opens and after it closes, unless the desk has a reason that the bando accepts; its points
    are counted at once.
    """
    application = await own_draft(work, actor, command.application_id)
    bando = await _open_bando(work, actor, application)
    acting = await _acting(work, actor, application)
    form = await form_of(work, application.service_version_id)
    attached = await attached_fields(work, application)
    if gaps := missing(form, application.answers, attached, today=work.today):
        raise ApplicationIncomplete(tuple(gaps))
    if isinstance(actor, Operator) or (isinstance(actor, System) and application.entered_by_id is not None):
        await _demand_confirmed(work, application, form)
    if await unsigned(work, application, form):
        raise SignaturesMissing
    _come_in(actor, application)
    service = (await services_of_versions(work, [application.service_version_id]))[application.service_version_id]
    office_id = await _office(work, application, bando)
    application.answers = cleaned(form, application.answers)
    application.language = spoken(command.language or application.language)
    due = due_on(work.today, service.term_days)
    application.act_as(acting.title, acting.delegation_id)
    application.submit(at=work.now, due_on=due, office_id=office_id, acting_name=acting.name_for_another)
    if bando is not None:
        await score_application(work, application, ScoreApplication(bando_number=bando.number))
    keep_promises(work, application, form, attached)
    await hold_papers(work, actor, application)
    await _say_so(work, application, due)
    return application


async def _say_so(work: UnitOfWork, application: Application, due: date) -> None:
    await work.record(
        ApplicationSubmitted(
            ente_id=application.ente_id,
            application_id=application.id,
            applicant_id=application.applicant_id,
            beneficiary_id=application.beneficiary_id,
            submitted_at=work.now,
            due_on=due,
            office_id=application.office_id,
            title=application.title,
            delegation_id=application.delegation_id,
        )
    )


async def _open_bando(
    work: UnitOfWork, actor: Citizen | Operator | System, application: Application
) -> BandoInForce | None:
    """The bando to which it answers. After its end only what the desk has begun with a reason goes on."""
    if application.bando_id is None:
        return None
    bando = await bando_in_force(work, application.bando_id)
    if isinstance(actor, Citizen) or not application.late_reason:
        demand_open(bando, work.now)
    else:
        demand_open_at_desk(bando, work.now, application.late_reason)
    return bando


async def _office(work: UnitOfWork, application: Application, bando: BandoInForce | None) -> UUID | None:
    """That of the bando, or else the one that is competent."""
    if bando is not None and bando.office_id is not None:
        return bando.office_id
    office = await competent_office(work, application.ente_id)
    return office.id if office else None


@dataclass(frozen=True)
class _Acting:
    title: Title
    name_for_another: str | None
    delegation_id: UUID | None = None


def _come_in(actor: Citizen | Operator | System, application: Application) -> None:
    """A draft that was shared comes in by the way of who sends it at last."""
    if isinstance(actor, Citizen) and application.entered_by_id is not None:
        application.come_by(Channel.ONLINE, None)
    elif isinstance(actor, Operator) and application.entered_by_id is None:
        application.come_by(Channel.DESK, actor.operator_id)


async def _acting(work: UnitOfWork, actor: Citizen | Operator | System, application: Application) -> _Acting:
    """By which title the applicant acts now; else by the one that was checked when it was begun, or sent to be signed.

    A draft of the citizen that an operator sends has the name of who acts only if it was given before.
    """
    if not isinstance(actor, Citizen):
        return _Acting(application.title or Title.SELF, application.acting_name, application.delegation_id)
    if application.beneficiary_id in actor.prepares_for:
        raise NotYetChecked
    if (title := title_in(actor, application)) is None:
        raise NotYourPerson
    mandate = actor.mandate_for(
        application.beneficiary_id, service_id=application.service_id, application_id=application.id
    )
    own_name = (await names(work, [actor.person_id]))[actor.person_id].full_name
    return _Acting(
        title,
        None if title is Title.SELF else own_name,
        mandate.delegation_id if mandate and title.is_delegated else None,
    )


async def _demand_confirmed(work: UnitOfWork, application: Application, form: FormDefinition) -> None:
    said = await confirmations(work, application, form)
    agreed = {key: one.digest for key, one in said.items() if one.is_agreed}
    if unconfirmed(form, application.answers, agreed):
        raise NotReadAloud

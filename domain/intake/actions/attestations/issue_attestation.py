"""Have an attestation drawn up: by the person on the portal, or by an operator at the desk."""

from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.intake.model.application import Application
from domain.intake.model.attestation import Attestation
from domain.intake.queries.attestations.attestation_rules import attestation_rules
from domain.intake.queries.attestations.attestations_of import attestable_person
from domain.intake.queries.attestations.attested_applications import attested_applications
from domain.intake.refusals import NotAttestedHere, NothingToAttest, TooManyAttestations
from domain.intake.rules.attestations.codes import new_code
from domain.intake.terms import ApplicationStatus
from domain.intake.terms.attestations import AttestationKind
from domain.kernel.actor import Citizen, Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork

MOST_A_DAY = 20


class IssueAttestation(BaseModel):
    """About whom and what: an application, or a year."""

    person_id: UUID
    kind: AttestationKind
    application_id: UUID | None = None
    year: int | None = Field(default=None, ge=2000, le=2100)


async def issue_attestation(work: UnitOfWork, actor: Citizen | Operator, command: IssueAttestation) -> UUID:
    """The id; the paper comes within seconds. It holds until it is revoked.

    Refuses NotFound, NotAllowed, Invalid, NothingToAttest, NotAttestedHere where the ente does not attest that
    somebody is followed, TooManyAttestations for a citizen who has asked for twenty in a day.
    """
    card = await attestable_person(work, actor, command.person_id)
    is_of_year = command.kind is AttestationKind.YEAR
    if is_of_year and command.year is None:
        raise Invalid({"year": _("Scegli un anno.")})
    if not is_of_year and command.application_id is None:
        raise Invalid({"application_id": _("Scegli una domanda.")})
    if isinstance(actor, Citizen) and await _count_today(work, card.id) >= MOST_A_DAY:
        raise TooManyAttestations
    year, application_id = (command.year, None) if is_of_year else (None, command.application_id)
    sent = await attested_applications(work, actor, card.id, year=year, application_id=application_id)
    if not sent:
        raise NothingToAttest
    if command.kind is AttestationKind.IN_CHARGE:
        await _demand_followed(work, sent[0])
    made = Attestation(
        ente_id=card.ente_id if is_of_year else sent[0].ente_id,
        person_id=card.id,
        kind=command.kind,
        year=year,
        application_id=application_id,
        code=new_code(),
        issued_at=work.now,
        issued_by_id=actor.operator_id if isinstance(actor, Operator) else None,
        asked_by_id=actor.person_id if isinstance(actor, Citizen) else None,
    )
    work.session.add(made)
    await work.defer("draw_up_attestation", str(made.id))
    return made.id


async def _demand_followed(work: UnitOfWork, application: Application) -> None:
    rules = await attestation_rules(work, [application.ente_id])
    if not rules[application.ente_id].is_charge_told:
        raise NotAttestedHere
    if application.status is not ApplicationStatus.IN_CHARGE:
        raise NothingToAttest


async def _count_today(work: UnitOfWork, person_id: UUID) -> int:
    recent = col(Attestation.issued_at) > work.now - timedelta(days=1)
    counted = select(sa.func.count()).select_from(Attestation).where(col(Attestation.person_id) == person_id, recent)
    return (await work.session.exec(counted)).one()

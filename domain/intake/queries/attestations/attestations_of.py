"""The attestations of a person, and what else could be attested."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import Localised
from domain.catalogue.queries.published_services import services_of_versions
from domain.documents.queries.protocollo_of import protocollo_of_many
from domain.intake.model.attestation import Attestation
from domain.intake.permissions import may_work_on_applications
from domain.intake.queries.attestations.attestation_rules import attestation_rules
from domain.intake.queries.attestations.attested_applications import attested_applications
from domain.intake.terms import ApplicationStatus
from domain.intake.terms.attestations import AttestationKind
from domain.kernel.actor import Citizen, Operator
from domain.kernel.clock import day_of
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import PersonCard, person_card

MOST = 50


@dataclass(frozen=True)
class AttestationRow:
    """An attestation in a list; ``document_id`` None while it is drawn up."""

    id: UUID
    kind: AttestationKind
    code: str
    year: int | None
    title: Localised | None
    issued_at: datetime
    revoked_at: datetime | None
    revocation_reason: str
    document_id: UUID | None


@dataclass(frozen=True)
class AttestableApplication:
    """An application of which a paper can speak; ``is_followed``: also that it was taken in charge."""

    id: UUID
    title: Localised
    protocollo: str
    submitted_at: datetime | None
    is_followed: bool


@dataclass(frozen=True)
class AttestationSheet:
    """Whose, those handed out, the last first, and of what others could be made."""

    person: PersonCard
    rows: Sequence[AttestationRow]
    applications: Sequence[AttestableApplication]
    years: Sequence[int]

    @property
    def is_waiting(self) -> bool:
        """Whether one is still drawn up."""
        return any(row.document_id is None for row in self.rows)


async def attestations_of(work: UnitOfWork, actor: Citizen | Operator, person_id: UUID) -> AttestationSheet:
    """For the person, who represents the person by law, or an operator, whose reading is noted.

    Refuses NotFound for people out of sight, NotAllowed without a role that works on applications.
    """
    card = await attestable_person(work, actor, person_id)
    sent = await attested_applications(work, actor, card.id)
    wanted = select(Attestation).where(col(Attestation.person_id) == card.id)
    made = (await work.session.exec(wanted.order_by(col(Attestation.issued_at).desc()).limit(MOST))).all()
    services = await services_of_versions(work, [one.service_version_id for one in sent])
    numbers = await protocollo_of_many(work, [one.id for one in sent])
    rules = await attestation_rules(work, {one.ente_id for one in sent})
    titles = {one.id: services[one.service_version_id].card.title for one in sent if one.service_version_id in services}
    return AttestationSheet(
        person=card,
        rows=[_row(one, titles) for one in made],
        applications=[
            AttestableApplication(
                id=one.id,
                title=titles[one.id],
                protocollo=numbers[one.id].label if one.id in numbers else "",
                submitted_at=one.submitted_at,
                is_followed=one.status is ApplicationStatus.IN_CHARGE and rules[one.ente_id].is_charge_told,
            )
            for one in sent
            if one.id in titles
        ],
        years=sorted({day_of(one.submitted_at).year for one in sent if one.submitted_at}, reverse=True),
    )


async def attestable_person(work: UnitOfWork, actor: Citizen | Operator, person_id: UUID) -> PersonCard:
    """The door: oneself, somebody represented by law, or somebody the operator may know of. Refuses like the above."""
    if isinstance(actor, Citizen) and person_id not in actor.people:
        raise NotFound
    if isinstance(actor, Operator) and not may_work_on_applications(actor):
        raise NotAllowed
    return await person_card(work, actor, person_id)


def _row(one: Attestation, titles: Mapping[UUID, Localised]) -> AttestationRow:
    return AttestationRow(
        id=one.id,
        kind=one.kind,
        code=one.code,
        year=one.year,
        title=titles.get(one.application_id) if one.application_id else None,
        issued_at=one.issued_at,
        revoked_at=one.revoked_at,
        revocation_reason=one.revocation_reason,
        document_id=one.document_id,
    )

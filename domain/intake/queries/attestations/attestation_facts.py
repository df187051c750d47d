"""What an attestation says, gathered for the job that draws it up."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.published_services import services_of_versions
from domain.documents.queries.protocollo_of import protocollo_of_many
from domain.intake.model.application import Application
from domain.intake.model.attestation import Attestation
from domain.intake.queries.attestations.attested_applications import attested_applications
from domain.intake.rules.attestations.paper import AttestationFacts, AttestedRow
from domain.kernel.actor import System
from domain.organization.queries.enti import ente
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names

CHECK_PATH = "/verifica"


async def attestation_facts(work: UnitOfWork, system: System, attestation_id: UUID) -> AttestationFacts | None:
    """The facts as they are now; None when it is drawn up already."""
    wanted = select(Attestation).where(col(Attestation.id) == attestation_id)
    one = (await work.session.exec(wanted)).one()
    if one.document_id is not None:
        return None
    sent = await attested_applications(work, system, one.person_id, year=one.year, application_id=one.application_id)
    sender = await ente(work, one.ente_id)
    person = (await names(work, [one.person_id]))[one.person_id]
    return AttestationFacts(
        kind=one.kind,
        ente_name=sender.name,
        ente_address=tuple(line for line in (sender.address, sender.phone, sender.pec) if line),
        person_name=person.full_name,
        born_on=person.born_on,
        codice_fiscale=person.codice_fiscale,
        rows=await _rows(work, sent),
        issued_at=one.issued_at,
        code=one.code,
        address=f"{settings().portal_url.rstrip('/')}{CHECK_PATH}",
        year=one.year,
        taken_at=sent[0].taken_at if sent and one.application_id else None,
    )


async def _rows(work: UnitOfWork, sent: Sequence[Application]) -> list[AttestedRow]:
    services = await services_of_versions(work, [one.service_version_id for one in sent])
    numbers = await protocollo_of_many(work, [one.id for one in sent])
    return [
        AttestedRow(
            service=services[one.service_version_id].card.title.in_("it"),
            protocollo=numbers[one.id].label if one.id in numbers else "",
            submitted_at=one.submitted_at,
            state=one.outcome.label if one.outcome else one.status.label,
        )
        for one in sent
        if one.submitted_at is not None
    ]

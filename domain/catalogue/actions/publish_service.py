"""Publish a service: its card, its form and who may have it, from today on."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints
from sqlalchemy.dialects.postgresql import Range
from sqlmodel import col, select

from domain.catalogue.model.service import Service, ServiceVersion
from domain.catalogue.permissions import may_publish
from domain.catalogue.queries.benefits import check_benefit
from domain.catalogue.refusals import FormNotSound, NotYoursToPublish, RequirementsNotSound
from domain.catalogue.rules import requirements
from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.form_definition import FormDefinition
from domain.catalogue.rules.publication import faults
from domain.catalogue.rules.requirements import Requirement
from domain.catalogue.terms import ORDINARY_PROCEDURE
from domain.kernel.actor import Actor
from domain.platform import locks
from domain.platform.tables import since
from domain.platform.work import UnitOfWork

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class PublishService(BaseModel):
    """What a service says and asks from today; ``term_days`` is the term of the procedure in days."""

    ente_id: UUID
    slug: Slug
    card: ServiceCard
    form: FormDefinition = FormDefinition()
    requirements: tuple[Requirement, ...] = ()
    term_days: int = Field(default=30, ge=1, le=180)
    procedure_slug: Slug = ORDINARY_PROCEDURE
    is_online: bool = True


async def publish_service(work: UnitOfWork, actor: Actor, command: PublishService) -> UUID:
    """Put the version in force today and end the one before it; applications keep theirs. The id of the version.

    For those who run the ente or its plan, and for the system. Refuses NotYoursToPublish, FormNotSound for a form in
    which a condition or a computation makes no sense, RequirementsNotSound for requirements of that kind,
    BenefitCodeUnknown for a code of the help that is not offered today.
    """
    if not may_publish(actor, command.ente_id):
        raise NotYoursToPublish
    if found := faults(command.form):
        raise FormNotSound({fault.place: fault.reason for fault in found})
    if wrong := requirements.faults(command.requirements):
        raise RequirementsNotSound(wrong)
    await check_benefit(work, command.ente_id, command.card.benefit_code)
    await locks.hold(work, "service", command.ente_id, command.slug)
    service = await _service(work, command)
    number = await _end_last_version(work, service.id)
    version = ServiceVersion(
        ente_id=command.ente_id,
        service_id=service.id,
        number=number + 1,
        valid_during=since(work.today),
        term_days=command.term_days,
        procedure_slug=command.procedure_slug,
        card=command.card.model_dump(mode="json"),
        form=command.form.model_dump(mode="json", exclude_none=True),
        requirements=[one.model_dump(mode="json", exclude_none=True) for one in command.requirements],
    )
    work.session.add(version)
    return version.id


async def _service(work: UnitOfWork, command: PublishService) -> Service:
    same = select(Service).where(col(Service.ente_id) == command.ente_id, col(Service.slug) == command.slug)
    service = (await work.session.exec(same)).first()
    if service is None:
        service = Service(ente_id=command.ente_id, slug=command.slug)
        work.session.add(service)
    service.is_online = command.is_online
    await work.session.flush()  # its version refers to it
    return service


async def _end_last_version(work: UnitOfWork, service_id: UUID) -> int:
    last = (
        await work.session.exec(
            select(ServiceVersion)
            .where(col(ServiceVersion.service_id) == service_id)
            .order_by(col(ServiceVersion.number).desc())
            .limit(1)
        )
    ).first()
    if last is None:
        return 0
    last.valid_during = Range(min(last.valid_during.lower or work.today, work.today), work.today)
    await work.session.flush()  # the new version must not overlap the one that ends
    return last.number

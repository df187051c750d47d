"""Begin a service, or the next version of one."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.catalogue.model.service import Service, ServiceVersion
from domain.catalogue.model.service_draft import ServiceDraft
from domain.catalogue.permissions import may_publish
from domain.catalogue.refusals import NotYoursToPublish, ServiceDraftExists
from domain.catalogue.rules.designing.card_draft import with_italian
from domain.catalogue.rules.designing.naming import slug_of
from domain.catalogue.terms import ORDINARY_PROCEDURE
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import _
from domain.platform import locks
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork


class DraftService(BaseModel):
    """``slug``: the next version of this service, as the one in force is. Without it a new one called ``title``."""

    ente_id: UUID
    slug: str | None = None
    title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)] = ""


async def draft_service(work: UnitOfWork, operator: Operator, command: DraftService) -> UUID:
    """The id of the draft; what is in force goes on until it is published.

    Refuses NotYoursToPublish, ServiceDraftExists, NotFound for a service that is not in force, Invalid without a title.
    """
    if not may_publish(operator, command.ente_id):
        raise NotYoursToPublish
    await locks.hold(work, "service drafts", command.ente_id)
    draft = await (_next(work, command, command.slug) if command.slug else _new(work, command))
    draft.changed_at, draft.changed_by_id = work.now, operator.operator_id
    work.session.add(draft)
    return draft.id


async def _next(work: UnitOfWork, command: DraftService, slug: str) -> ServiceDraft:
    if slug in await _drafted(work, command.ente_id):
        raise ServiceDraftExists
    statement = (
        select(Service, ServiceVersion)
        .join(ServiceVersion, col(ServiceVersion.service_id) == col(Service.id))
        .where(
            col(Service.ente_id) == command.ente_id,
            col(Service.slug) == slug,
            holds_on(ServiceVersion.valid_during, work.today),
        )
    )
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    service, version = found
    return ServiceDraft(
        ente_id=command.ente_id,
        service_id=service.id,
        slug=slug,
        card=version.card,
        form=version.form,
        requirements=version.requirements,
        term_days=version.term_days,
        procedure_slug=version.procedure_slug,
        is_online=service.is_online,
    )


async def _new(work: UnitOfWork, command: DraftService) -> ServiceDraft:
    if not command.title:
        raise Invalid({"title": _("Scrivi come si chiama il servizio.")})
    published = await work.session.exec(select(Service.slug).where(col(Service.ente_id) == command.ente_id))
    taken = {*published.all(), *await _drafted(work, command.ente_id)}
    return ServiceDraft(
        ente_id=command.ente_id,
        slug=slug_of(command.title, taken),
        card=with_italian({}, {"title": command.title}),
        form={"steps": []},
        procedure_slug=ORDINARY_PROCEDURE,
    )


async def _drafted(work: UnitOfWork, ente_id: UUID) -> set[str]:
    statement = select(ServiceDraft.slug).where(col(ServiceDraft.ente_id) == ente_id)
    return set((await work.session.exec(statement)).all())

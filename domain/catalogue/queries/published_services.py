"""The services on offer today, as people read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.model.service import Service, ServiceVersion
from domain.catalogue.rules.card import ServiceCard
from domain.catalogue.rules.requirements import Requirement
from domain.catalogue.rules.search import likeness
from domain.kernel.actor import Actor, Operator, System
from domain.kernel.refusals import NotFound
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork

__all__ = ["PublishedService", "ServiceCard", "published_service", "published_services", "services_of_versions"]


@dataclass(frozen=True)
class PublishedService:
    """A service and the version in force; ``term_days`` is the term of the procedure (L. 241/1990 art. 2)."""

    service_id: UUID
    ente_id: UUID
    slug: str
    version_id: UUID
    card: ServiceCard
    term_days: int
    is_online: bool
    procedure_slug: str
    requirements: tuple[Requirement, ...] = ()


async def published_services(
    work: UnitOfWork, actor: Actor, *, search: str | None = None
) -> Sequence[PublishedService]:
    """What the actor's enti offer today, by title, one row a slug; with ``search`` the likest first."""
    rows = _one_each(await _in_force(work), _preferred(actor))
    if search is None or not search.strip():
        return sorted(rows, key=lambda row: row.card.title.in_("it"))
    scored = [(likeness(row.card, search), row) for row in rows]
    return [row for score, row in sorted(scored, key=lambda pair: -pair[0]) if score > 0]


async def published_service(
    work: UnitOfWork, actor: Actor, slug: str, *, ente_id: UUID | None = None
) -> PublishedService:
    """The service called ``slug``; where several enti offer it, that of ``ente_id`` first. Refuses NotFound."""
    rows = await _in_force(work, col(Service.slug) == slug)
    preferred = ((ente_id,) if ente_id else ()) + _preferred(actor)
    found = _one_each(rows, preferred)
    if not found:
        raise NotFound
    return found[0]


async def services_of_versions(work: UnitOfWork, version_ids: Sequence[UUID]) -> dict[UUID, PublishedService]:
    """The services of given versions, in force or not: how an application shows what it asked for."""
    if not version_ids:
        return {}
    rows = await _rows(work, col(ServiceVersion.id).in_(set(version_ids)))
    return {row.version_id: row for row in rows}


async def _in_force(work: UnitOfWork, *conditions: Any) -> list[PublishedService]:
    return await _rows(work, holds_on(ServiceVersion.valid_during, work.today), *conditions)


async def _rows(work: UnitOfWork, *conditions: Any) -> list[PublishedService]:
    found = await work.session.exec(
        select(Service, ServiceVersion)
        .join(ServiceVersion, col(ServiceVersion.service_id) == col(Service.id))
        .where(*conditions)
        .order_by(col(Service.slug), col(Service.id))
    )
    return [
        PublishedService(
            service_id=service.id,
            ente_id=service.ente_id,
            slug=service.slug,
            version_id=version.id,
            card=ServiceCard.model_validate(version.card),
            term_days=version.term_days,
            is_online=service.is_online,
            procedure_slug=version.procedure_slug,
            requirements=tuple(Requirement.model_validate(one) for one in version.requirements),
        )
        for service, version in found.all()
    ]


def _preferred(actor: Actor) -> tuple[UUID, ...]:
    match actor:
        case Operator():
            return (actor.ente_id, *actor.family)
        case System():
            return actor.enti or ()
        case _:
            return actor.enti


def _one_each(rows: Sequence[PublishedService], preferred: Sequence[UUID]) -> list[PublishedService]:
    """One row for each slug: the enti named first win."""
    rank = {ente_id: place for place, ente_id in reversed(list(enumerate(preferred)))}
    chosen: dict[str, PublishedService] = {}
    for row in sorted(rows, key=lambda row: rank.get(row.ente_id, len(rank))):
        chosen.setdefault(row.slug, row)
    return list(chosen.values())

"""The calls for applications as everybody reads them: the list, and one with its history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.catalogue.model.bando import Bando, BandoVersion
from domain.catalogue.queries.form_of import form_of
from domain.catalogue.queries.published_services import PublishedService, services_of_versions
from domain.catalogue.rules.bandi.content import BandoContent
from domain.catalogue.rules.form_definition import FormDefinition
from domain.catalogue.terms.bandi import BandoChange, BandoState, BandoStatus
from domain.kernel.actor import Actor
from domain.kernel.page import Page, offset_of
from domain.kernel.refusals import NotFound
from domain.organization.queries.enti import ente
from domain.platform.work import UnitOfWork

PAGE_SIZE = 20


@dataclass(frozen=True)
class BandoRow:
    """A bando in a list, as the version in force says it."""

    id: UUID
    ente_id: UUID
    slug: str
    content: BandoContent
    state: BandoState
    opens_at: datetime
    closes_at: datetime
    number: int


@dataclass(frozen=True)
class ChangeRow:
    """Why and when a bando changed; ``closes_at`` from then on."""

    number: int
    change: BandoChange
    note: str
    at: datetime
    closes_at: datetime


@dataclass(frozen=True)
class PublicBando:
    """A bando with the service whose form it uses, what changed it, and its result as far as there is one."""

    row: BandoRow
    ente_name: str
    office_id: UUID | None
    service: PublishedService
    form: FormDefinition
    changes: tuple[ChangeRow, ...]
    result: str
    result_address: str

    @property
    def content(self) -> BandoContent:
        """What it says."""
        return self.row.content


async def open_bandi(
    work: UnitOfWork,
    actor: Actor,
    enti: Sequence[UUID],
    *,
    state: BandoState = BandoState.OPEN,
    search: str = "",
    page: int = 1,
) -> Page[BandoRow]:
    """One page of the bandi of ``enti`` that are open, coming or over at this instant; ``actor`` is anybody.

    The nearest instant first: what closes, what opens, what has closed last. ``search`` looks into title and summary.
    """
    wanted = [col(Bando.ente_id).in_(enti), *_in_state(state, work.now)]
    if search:
        said = [sa.cast(col(BandoVersion.content)[part], sa.Text) for part in ("title", "summary")]
        wanted.append(sa.or_(*[one.icontains(search, autoescape=True) for one in said]))
    count = select(sa.func.count()).select_from(Bando).join(BandoVersion, _in_force()).where(*wanted)
    total = (await work.session.exec(count)).one()
    order = {BandoState.OPEN: col(Bando.closes_at), BandoState.COMING: col(Bando.opens_at)}
    rows = (
        select(Bando, BandoVersion)
        .join(BandoVersion, _in_force())
        .where(*wanted)
        .order_by(order.get(state, col(Bando.closes_at).desc()), col(Bando.id))
        .offset(offset_of(page, PAGE_SIZE))
        .limit(PAGE_SIZE)
    )
    found = (await work.session.exec(rows)).all()
    return Page([bando_row(one, version, work.now) for one, version in found], max(1, page), PAGE_SIZE, total)


async def public_bando(work: UnitOfWork, actor: Actor, slug: str, enti: Sequence[UUID]) -> PublicBando:
    """The bando called ``slug`` of the first of ``enti`` that has one; ``actor`` is anybody. Refuses NotFound."""
    found = (
        await work.session.exec(
            select(Bando, BandoVersion)
            .join(BandoVersion, _in_force())
            .where(col(Bando.slug) == slug, col(Bando.ente_id).in_(enti), col(Bando.number) > 0)
        )
    ).all()
    if not found:
        raise NotFound
    one, version = min(found, key=lambda pair: list(enti).index(pair[0].ente_id))
    services = await services_of_versions(work, [one.service_version_id])
    return PublicBando(
        row=bando_row(one, version, work.now),
        ente_name=(await ente(work, one.ente_id)).name,
        office_id=one.office_id,
        service=services[one.service_version_id],
        form=await form_of(work, one.service_version_id),
        changes=await changes_of(work, one.id),
        result=one.result,
        result_address=one.result_address,
    )


async def changes_of(work: UnitOfWork, bando_id: UUID) -> tuple[ChangeRow, ...]:
    """Every version of a bando, the last first: public, as the versions are."""
    wanted = select(BandoVersion).where(col(BandoVersion.bando_id) == bando_id)
    found = (await work.session.exec(wanted.order_by(col(BandoVersion.number).desc()).limit(100))).all()
    return tuple(ChangeRow(one.number, one.change, one.note, one.created_at, one.closes_at) for one in found)


def bando_row(one: Bando, version: BandoVersion, now: datetime) -> BandoRow:
    """A bando as ``version`` says it, in its state at ``now``."""
    return BandoRow(
        id=one.id,
        ente_id=one.ente_id,
        slug=one.slug,
        content=BandoContent.model_validate(version.content),
        state=one.state(now),
        opens_at=one.opens_at or version.opens_at,
        closes_at=one.closes_at or version.closes_at,
        number=one.number,
    )


def _in_force() -> sa.ColumnElement[bool]:
    same = col(BandoVersion.bando_id) == col(Bando.id)
    return sa.and_(same, col(BandoVersion.number) == col(Bando.number))


def _in_state(state: BandoState, now: datetime) -> list[Any]:
    published = col(Bando.status) == BandoStatus.PUBLISHED
    match state:
        case BandoState.OPEN:
            return [published, col(Bando.opens_at) <= now, col(Bando.closes_at) >= now]
        case BandoState.COMING:
            return [published, col(Bando.opens_at) > now]
        case _:
            over = col(Bando.status).in_((BandoStatus.CONCLUDED, BandoStatus.ANNULLED))
            return [sa.or_(over, sa.and_(published, col(Bando.closes_at) < now))]

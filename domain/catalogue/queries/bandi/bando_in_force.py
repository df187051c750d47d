"""A bando as it counts for applications: whether one may apply now, and by which criteria points are given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.catalogue.model.bando import Bando, BandoVersion
from domain.catalogue.refusals import BandoNotOpen
from domain.catalogue.rules.bandi.content import BandoContent, countable
from domain.catalogue.rules.bandi.criteria import Criterion, Score, ScoreLine, score, score_kept
from domain.catalogue.terms.bandi import BandoState
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import _
from domain.platform.work import UnitOfWork

__all__ = [
    "BandoContent",
    "BandoInForce",
    "Criterion",
    "Score",
    "ScoreLine",
    "bandi_by_id",
    "bando_in_force",
    "countable",
    "criteria_of",
    "demand_open",
    "demand_open_at_desk",
    "score",
    "score_kept",
]


@dataclass(frozen=True)
class BandoInForce:
    """What applications need to know of a bando; ``number`` is the version whose criteria count."""

    id: UUID
    ente_id: UUID
    slug: str
    service_id: UUID
    service_version_id: UUID
    office_id: UUID | None
    content: BandoContent
    number: int
    state: BandoState
    opens_at: datetime
    closes_at: datetime

    @property
    def is_open_late(self) -> bool:
        """Whether its hours are over, and the desk may still enter an application, with the reason."""
        return self.state is BandoState.CLOSED and self.content.is_late_accepted


async def bando_in_force(work: UnitOfWork, bando_id: UUID) -> BandoInForce:
    """The bando by its id. Public once it is published; refuses NotFound before."""
    found = await bandi_by_id(work, [bando_id])
    if bando_id not in found:
        raise NotFound
    return found[bando_id]


async def bandi_by_id(work: UnitOfWork, bando_ids: Iterable[UUID]) -> dict[UUID, BandoInForce]:
    """Several at once, those that are published, by id; one question."""
    ids = set(bando_ids)
    if not ids:
        return {}
    return {one.id: one for one in await _found(work, col(Bando.id).in_(ids))}


def demand_open(bando: BandoInForce, now: datetime) -> None:
    """Whether one may apply at ``now``, the server's clock. Refuses BandoNotOpen, with the hour."""
    match bando.state:
        case BandoState.OPEN:
            return
        case BandoState.COMING:
            raise BandoNotOpen.before(bando.opens_at)
        case BandoState.CLOSED | BandoState.CONCLUDED:
            raise BandoNotOpen.after(bando.closes_at, now)
        case _:
            raise BandoNotOpen


def demand_open_at_desk(bando: BandoInForce, now: datetime, late_reason: str) -> None:
    """The same at the desk, which may enter an application after the end, with a reason, where the bando says so.

    Refuses BandoNotOpen; Invalid under ``late_reason`` when only the reason is missing.
    """
    if not bando.is_open_late:
        demand_open(bando, now)
    elif not late_reason:
        raise Invalid({"late_reason": _("Il bando è chiuso. Scrivi perché questa domanda può entrare in ritardo.")})


async def criteria_of(work: UnitOfWork, bando_id: UUID, number: int) -> tuple[Criterion, ...]:
    """The criteria of one version, also of an old one: how points were given then. Refuses NotFound."""
    wanted = select(BandoVersion.content).where(
        col(BandoVersion.bando_id) == bando_id, col(BandoVersion.number) == number
    )
    content = (await work.session.exec(wanted)).first()
    if content is None:
        raise NotFound
    return BandoContent.model_validate(content).criteria


async def _found(work: UnitOfWork, *conditions: Any) -> list[BandoInForce]:
    in_force = sa.and_(col(BandoVersion.bando_id) == col(Bando.id), col(BandoVersion.number) == col(Bando.number))
    rows = await work.session.exec(select(Bando, BandoVersion).join(BandoVersion, in_force).where(*conditions))
    return [
        BandoInForce(
            id=one.id,
            ente_id=one.ente_id,
            slug=one.slug,
            service_id=one.service_id,
            service_version_id=one.service_version_id,
            office_id=one.office_id,
            content=BandoContent.model_validate(version.content),
            number=one.number,
            state=one.state(work.now),
            opens_at=one.opens_at or version.opens_at,
            closes_at=one.closes_at or version.closes_at,
        )
        for one, version in rows.all()
    ]

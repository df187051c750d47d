"""Publish a bando: it opens by itself at its hour."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.bandi.bando_sheet import bando_to_change, demand_whole
from domain.catalogue.refusals import BandoDraftChanged
from domain.catalogue.terms.bandi import BandoChange
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class OpenBando(BaseModel):
    """Which one, as seen at which revision."""

    bando_id: UUID
    seen_revision: int


async def open_bando(work: UnitOfWork, operator: Operator, command: OpenBando) -> None:
    """Everybody reads it from now on, and may apply from ``opens_at`` to ``closes_at``.

    Refuses NotFound, NotYoursToPublish, BandoDraftChanged, BandoNotUnderWay, BandoPeriodWrong, BandoNotWhole.
    """
    bando = await bando_to_change(work, operator, command.bando_id)
    if bando.revision != command.seen_revision:
        raise BandoDraftChanged
    await demand_whole(work, bando)
    bando.open(work.now)
    work.session.add(bando.version(BandoChange.PUBLISHED, "", bando.content, operator.operator_id))

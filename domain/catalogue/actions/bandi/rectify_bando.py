"""Put in force what was written of a bando that everybody reads already, with a public note."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.catalogue.events import BandoRectified
from domain.catalogue.queries.bandi.bando_sheet import bando_to_change, demand_whole
from domain.catalogue.refusals import BandoDraftChanged
from domain.catalogue.terms.bandi import BandoChange
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class RectifyBando(BaseModel):
    """Which one, as seen at which revision; ``note`` says to everybody what changes and by which act."""

    bando_id: UUID
    seen_revision: int
    note: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=2000)]


async def rectify_bando(work: UnitOfWork, operator: Operator, command: RectifyBando) -> None:
    """The only way by which words and criteria change once published: points are counted again for all who applied.

    Refuses NotFound, NotYoursToPublish, BandoDraftChanged, BandoNotUnderWay, BandoNotWhole.
    """
    bando = await bando_to_change(work, operator, command.bando_id)
    if bando.revision != command.seen_revision:
        raise BandoDraftChanged
    await demand_whole(work, bando)
    bando.rectify()
    work.session.add(bando.version(BandoChange.RECTIFIED, command.note, bando.content, operator.operator_id))
    await work.record(BandoRectified(ente_id=bando.ente_id, bando_id=bando.id, number=bando.number))

"""Publish the result of a bando."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.catalogue.events import BandoConcluded
from domain.catalogue.queries.bandi.bando_sheet import bando_to_change, content_in_force
from domain.catalogue.terms.bandi import BandoChange
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class ConcludeBando(BaseModel):
    """``result`` is the text that everybody reads; no names: a file with protocollo numbers is drawn up beside it."""

    bando_id: UUID
    result: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=4000)]


async def conclude_bando(work: UnitOfWork, operator: Operator, command: ConcludeBando) -> None:
    """Only after it has closed. Refuses NotFound, NotYoursToPublish, BandoNotUnderWay."""
    bando = await bando_to_change(work, operator, command.bando_id)
    content = await content_in_force(work, bando)
    bando.conclude(command.result, work.now)
    work.session.add(bando.version(BandoChange.CONCLUDED, "", content, operator.operator_id))
    await work.record(BandoConcluded(ente_id=bando.ente_id, bando_id=bando.id))

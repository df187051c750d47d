"""Annul a bando: it counts nothing any more, and everybody reads why."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.catalogue.queries.bandi.bando_sheet import bando_to_change, content_in_force
from domain.catalogue.terms.bandi import BandoChange
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


class CloseBando(BaseModel):
    """Which one; ``note`` says to everybody why, and by which act."""

    bando_id: UUID
    note: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=2000)]


async def close_bando(work: UnitOfWork, operator: Operator, command: CloseBando) -> None:
    """Nobody applies any more; what was sent stays with its office. At its last hour a bando closes by itself.

    Refuses NotFound, NotYoursToPublish, BandoNotUnderWay.
    """
    bando = await bando_to_change(work, operator, command.bando_id)
    content = await content_in_force(work, bando)
    bando.annul()
    work.session.add(bando.version(BandoChange.ANNULLED, command.note, content, operator.operator_id))

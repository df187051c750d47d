"""Take a criterion out of a bando."""

from uuid import UUID

from pydantic import BaseModel

from domain.catalogue.queries.bandi.bando_sheet import bando_to_change
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class RemoveCriterion(BaseModel):
    """Which one."""

    bando_id: UUID
    seen_revision: int
    key: str


async def remove_criterion(work: UnitOfWork, operator: Operator, command: RemoveCriterion) -> None:
    """Out of what is written; of a published bando it counts until the rectification.

    Refuses NotFound, NotYoursToPublish, BandoDraftChanged, BandoNotUnderWay.
    """
    bando = await bando_to_change(work, operator, command.bando_id)
    bando.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    content = bando.written
    if content.criterion(command.key) is None:
        raise NotFound
    kept = tuple(one for one in content.criteria if one.key != command.key)
    bando.content = content.model_copy(update={"criteria": kept}).as_kept()

"""The search for a dwelling has ended."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.housing.events import HousingNeedClosed
from domain.housing.model.housing_need import HousingNeedStep
from domain.housing.queries.closings import closings
from domain.housing.queries.needs import need_to_decide
from domain.housing.terms import NeedStep
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork


class CloseNeed(BaseModel):
    """Which need, with which reason of the ente's list (its class is the outcome), and what else is to be said."""

    need_id: UUID
    closing_code: str
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = ""


async def close_need(work: UnitOfWork, operator: Operator, command: CloseNeed) -> None:
    """Close it. Refuses NotFound, NotAHousingRole, NeedAlreadyClosed, and Invalid on a reason that is not offered."""
    found = await need_to_decide(work, operator, command.need_id)
    if command.closing_code not in {row.code for row in await closings(work, found.ente_id)}:
        raise Invalid({"closing_code": _("Scegli una delle risposte.")})
    found.close(command.closing_code, command.note, work.now)
    work.session.add(
        HousingNeedStep(
            ente_id=found.ente_id,
            need_id=found.id,
            step=NeedStep.CLOSED,
            happened_at=work.now,
            operator_id=operator.operator_id,
            closing_code=command.closing_code,
            note=command.note,
        )
    )
    await work.record(HousingNeedClosed(ente_id=found.ente_id, need_id=found.id, person_id=found.person_id))

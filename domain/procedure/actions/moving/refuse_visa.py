"""A supervisor sends a transition back."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.procedure.events import VisaRefused
from domain.procedure.queries.visas import visa_to_answer
from domain.procedure.terms import VisaStatus


class RefuseVisa(BaseModel):
    """Which one, and what is to be put right: who asked reads it."""

    visa_id: UUID
    note: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=4000)]


async def refuse_visa(work: UnitOfWork, operator: Operator, command: RefuseVisa) -> None:
    """Nothing moves, and the proceeding is free for another try. Refuses NotFound, NotYourVisa, VisaAnswered."""
    visa, found = await visa_to_answer(work, operator, command.visa_id)
    visa.answer(VisaStatus.REFUSED, operator.operator_id, work.now, command.note)
    found.visa_id = None
    found.version += 1
    told = {"visa_id": visa.id, "proceeding_id": found.id, "subject_id": found.subject_id}
    await work.record(VisaRefused(ente_id=found.ente_id, asked_by_id=visa.asked_by_id, **told))

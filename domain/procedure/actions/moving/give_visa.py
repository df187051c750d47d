"""A supervisor lets a transition go."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.make_passage import Move, make_passage
from domain.procedure.queries.definitions import definition_of
from domain.procedure.queries.visas import visa_to_answer
from domain.procedure.refusals import NotFromHere
from domain.procedure.terms import MoverKind, VisaStatus


class GiveVisa(BaseModel):
    """Which one, and what else is to be said to colleagues."""

    visa_id: UUID
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)] = ""


async def give_visa(work: UnitOfWork, operator: Operator, command: GiveVisa) -> UUID:
    """The transition takes effect today, made by who asked; the id of the step.

    Refuses NotFound, NotYourVisa, VisaAnswered, also when a citizen has moved it meanwhile, SuspendedBefore,
    NoticeRunning.
    """
    visa, found = await visa_to_answer(work, operator, command.visa_id)
    visa.answer(VisaStatus.GIVEN, operator.operator_id, work.now, command.note)
    definition = await definition_of(work, found.procedure_version_id)
    transition = definition.transition(visa.transition)
    if transition is None or transition.source != found.state:
        raise NotFromHere
    move = Move(
        MoverKind.OPERATOR,
        visa.asked_by_id,
        fields=visa.fields,
        document_ids=tuple(UUID(one) for one in visa.document_ids),
        note=visa.note,
        served_on=work.today if visa.served_on else None,
    )
    return await make_passage(work, found, definition, transition, move)

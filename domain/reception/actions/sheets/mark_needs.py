"""The needs of a sheet are taken in charge, or planned for: the two sides that come after the desk."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import Need
from domain.reception.permissions import may_answer_proposals
from domain.reception.queries.sheets.door import sheet
from domain.reception.refusals import NotAtThisDesk
from domain.reception.terms.sheets import Dimension


class MarkNeeds(BaseModel):
    """Which needs of the sheet, by code; all of them when none is named."""

    sheet_id: UUID
    dimension: Literal[Dimension.IN_CHARGE, Dimension.PLANNED]
    codes: tuple[str, ...] = ()


async def mark_needs(work: UnitOfWork, operator: Operator, command: MarkNeeds) -> None:
    """Note the side for each need, once. Refuses NotFound, and NotAtThisDesk to who follows no cases."""
    found = await sheet(work, operator, command.sheet_id)
    if not may_answer_proposals(operator):
        raise NotAtThisDesk
    there: Sequence[Need] = (await work.session.exec(select(Need).where(col(Need.sheet_id) == found.id))).all()
    for code, need in {need.code: need for need in there}.items():
        if command.codes and code not in command.codes:
            continue
        marked = Need(
            ente_id=found.ente_id,
            sheet_id=found.id,
            code=code,
            dimension=command.dimension,
            priority=need.priority,
            noted_on=work.today,
            author_id=operator.operator_id,
        )
        await work.session.exec(insert(Need).values(marked.model_dump()).on_conflict_do_nothing())

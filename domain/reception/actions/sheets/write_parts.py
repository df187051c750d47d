"""The needs and requests of a sheet are written anew; what has not changed keeps its day and author."""

from collections.abc import Iterable
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet, Need, RequestPaper, ServiceRequest
from domain.reception.queries.sheets.door import sheet_to_write
from domain.reception.rules.parts import TypedNeed, TypedRequest
from domain.reception.terms.sheets import Dimension

AT_THE_DESK = (Dimension.EXPRESSED, Dimension.OBSERVED)


class WriteParts(BaseModel):
    """All the needs asked and seen, and all the requests, each with its code."""

    sheet_id: UUID
    needs: list[TypedNeed]
    requests: list[TypedRequest]


async def write_parts(work: UnitOfWork, operator: Operator, command: WriteParts) -> None:
    """What is not in ``command`` goes away; what was taken in charge or planned stays. Refuses like the door."""
    sheet = await sheet_to_write(work, operator, command.sheet_id)
    await _needs(work, operator, sheet, command.needs)
    await _requests(work, sheet, command.requests)


async def _needs(work: UnitOfWork, operator: Operator, sheet: ContactSheet, wanted: Iterable[TypedNeed]) -> None:
    statement = select(Need).where(col(Need.sheet_id) == sheet.id, col(Need.dimension).in_(AT_THE_DESK))
    before = {(row.code, row.dimension): row for row in (await work.session.exec(statement)).all()}
    for need in wanted:
        for dimension in dict.fromkeys(need.dimensions):
            row = before.pop((need.code, dimension), None) or Need(
                ente_id=sheet.ente_id,
                sheet_id=sheet.id,
                code=need.code,
                dimension=dimension,
                noted_on=work.today,
                author_id=operator.operator_id,
            )
            row.priority, row.note = need.priority, need.note
            work.session.add(row)
    for gone in before.values():
        await work.session.delete(gone)


async def _requests(work: UnitOfWork, sheet: ContactSheet, wanted: Iterable[TypedRequest]) -> None:
    statement = select(ServiceRequest).where(col(ServiceRequest.sheet_id) == sheet.id)
    before = {row.code: row for row in (await work.session.exec(statement)).all()}
    for position, asked in enumerate(wanted):
        row = before.pop(asked.code, None) or ServiceRequest(ente_id=sheet.ente_id, sheet_id=sheet.id, code=asked.code)
        row.state, row.minutes, row.note, row.position = int(asked.state), asked.minutes, asked.note, position
        work.session.add(row)
    papers = select(RequestPaper.request_id).where(col(RequestPaper.sheet_id) == sheet.id)
    with_papers = set((await work.session.exec(papers)).all())
    for gone in before.values():
        if gone.id not in with_papers:  # what has papers stays: they were handed in for it
            await work.session.delete(gone)

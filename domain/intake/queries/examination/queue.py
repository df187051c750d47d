"""The queue of the examination: what is not decided, by its last day, with whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.intake.queries.applications_to_check import ApplicationRow, applications_by_id
from domain.kernel.actor import Operator
from domain.kernel.page import Page
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork
from domain.procedure.queries.bulk import BulkRow, bulk_rows
from domain.procedure.queries.deadlines_due import DueFilter, DueRow, deadlines_due


@dataclass(frozen=True)
class QueueRow:
    """Where it stands, and the application; None when its person is hidden from who asks."""

    due: DueRow
    application: ApplicationRow | None

    @property
    def name(self) -> str:
        """Whose it is."""
        return self.application.beneficiary_name if self.application else ""


async def examination_queue(work: UnitOfWork, operator: Operator, wanted: DueFilter, page: int = 1) -> Page[QueueRow]:
    """One page, the nearest last day first; a fixed number of questions. Nothing for who works on none."""
    found = await deadlines_due(work, operator, wanted, page)
    known = await applications_by_id(work, operator, [one.subject_id for one in found.items])
    return Page(
        [QueueRow(one, known.get(one.subject_id)) for one in found.items], found.number, found.size, found.total
    )


@dataclass(frozen=True)
class ChosenRow:
    """An application among those chosen, and its proceeding; ``refusal`` says why the step would not be made."""

    application: ApplicationRow
    standing: BulkRow
    refusal: Text | None = None
    asks_visa: bool = False


async def chosen_applications(
    work: UnitOfWork, operator: Operator, application_ids: Sequence[UUID], transition: str | None = None
) -> Sequence[ChosenRow]:
    """Those that the operator sees, at most 50, and what ``transition`` would do to each; nothing is changed."""
    standing = await bulk_rows(work, operator, application_ids)
    known = await applications_by_id(work, operator, [one.subject_id for one in standing])
    return [
        ChosenRow(
            known[one.subject_id],
            one,
            one.refusal(transition) if transition else None,
            asks_visa=bool(transition) and one.asks_visa(transition or ""),
        )
        for one in standing
        if one.subject_id in known
    ]

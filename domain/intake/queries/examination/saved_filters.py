"""The filters of the queue that an operator keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.intake.model.saved_filter import SavedFilter
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork

MOST_FILTERS = 20


@dataclass(frozen=True)
class FilterRow:
    """A filter by its name; ``query`` as it stands in an address."""

    id: UUID
    name: str
    query: Mapping[str, str]


async def saved_filters(work: UnitOfWork, operator: Operator) -> Sequence[FilterRow]:
    """One's own, by name; one question."""
    wanted = select(SavedFilter).where(col(SavedFilter.operator_id) == operator.operator_id)
    found = (await work.session.exec(wanted.order_by(col(SavedFilter.name)).limit(MOST_FILTERS))).all()
    return [FilterRow(one.id, one.name, one.query) for one in found]

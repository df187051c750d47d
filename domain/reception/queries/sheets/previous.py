"""What the desks already know of a person's contacts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.organization.queries.office_names import office_names
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet
from domain.reception.permissions import known_to, opened_to
from domain.reception.terms.sheets import Outcome, SheetStatus
from domain.registry.queries.names import names

MOST = 10


@dataclass(frozen=True)
class PreviousRow:
    """An earlier contact; where it may not be opened, ``id``, day and outcome are not told: only the office is."""

    id: UUID | None
    office: str
    contact_on: date | None
    outcome: Outcome | None


async def previous_contacts(work: UnitOfWork, operator: Operator, person_id: UUID) -> Sequence[PreviousRow]:
    """The person's last ten contacts, the latest first: other offices' only as far as they may be known.

    Nothing of a person of whom the operator may not know. The caller notes the reading.
    """
    if person_id not in await names(work, [person_id]):
        return []
    is_open: Any = opened_to(operator).label("is_open")
    statement: Any = (
        select(ContactSheet, is_open)
        .where(
            col(ContactSheet.person_id) == person_id,
            known_to(operator),
            col(ContactSheet.status) != SheetStatus.DRAFT,
        )
        .order_by(col(ContactSheet.contact_on).desc(), col(ContactSheet.created_at).desc())
        .limit(MOST)
    )
    found = (await work.session.exec(statement)).all()
    offices = await office_names(work, [one.office_id for one, _ in found])
    called = {key: row.name for key, row in offices.items()}
    return [
        PreviousRow(one.id, called.get(one.office_id, ""), one.contact_on, one.outcome)
        if opened
        else PreviousRow(None, called.get(one.office_id, ""), None, None)
        for one, opened in found
    ]

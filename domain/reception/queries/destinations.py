"""To which offices a sheet may go."""

from collections.abc import Sequence
from uuid import UUID

from domain.kernel.actor import Operator
from domain.organization.queries.enti import reach_of
from domain.organization.queries.offices import OfficeRow, office, offices_of_all
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet
from domain.reception.refusals import OfficeCannotKnow
from domain.registry.queries.person_card import card_within


async def destinations(work: UnitOfWork, operator: Operator, ente_id: UUID, office_id: UUID) -> Sequence[OfficeRow]:
    """The open offices of the ambito except the one of the sheet: first those of the same ente, by name."""
    offices = await offices_of_all(work, operator, operator.family or operator.enti)
    open_ones = [row for row in offices if row.is_open and row.id != office_id]
    return sorted(open_ones, key=lambda row: (row.ente_id != ente_id, row.ente_name, row.name))


async def check_destination(work: UnitOfWork, operator: Operator, found: ContactSheet, to_office_id: UUID) -> OfficeRow:
    """The office ``to_office_id``. Refuses NotFound, and OfficeCannotKnow when its ente may not know of the person."""
    to_office = await office(work, to_office_id)
    if found.person_id is not None:
        card = await card_within(work, operator, found.person_id)
        if card.ente_id not in await reach_of(work, to_office.ente_id):
            raise OfficeCannotKnow
    return to_office

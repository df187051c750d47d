"""What a contact says of a dwelling that is looked for: for the register of housing needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet
from domain.reception.queries.desks.desk_of import desk_of
from domain.reception.terms.desks import Section
from domain.reception.terms.sheets import SheetStatus


@dataclass(frozen=True)
class HousingSaid:
    """The answers of the section on housing, by field, and who of the ente does not read them."""

    sheet_id: UUID
    ente_id: UUID
    office_id: UUID
    person_id: UUID
    operator_id: UUID | None
    contact_on: date
    answers: Mapping[str, Any]
    is_hidden: bool
    is_of_masked_desk: bool
    masked_roles: tuple[str, ...]


async def housing_said(work: UnitOfWork, system: System, sheet_id: UUID) -> HousingSaid | None:
    """None for an anonymous contact, a draft, and where nothing was said of housing. Only the program asks."""
    wanted = select(ContactSheet).where(
        col(ContactSheet.id) == sheet_id,
        col(ContactSheet.status) != SheetStatus.DRAFT,
        col(ContactSheet.person_id).is_not(None),
    )
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None or found.person_id is None or Section.HOUSING.value not in found.sections:
        return None
    desk = await desk_of(work, found.office_id)
    return HousingSaid(
        sheet_id=found.id,
        ente_id=found.ente_id,
        office_id=found.office_id,
        person_id=found.person_id,
        operator_id=found.operator_id,
        contact_on=found.contact_on,
        answers=found.sections[Section.HOUSING.value]["answers"],
        is_hidden=found.is_hidden,
        is_of_masked_desk=desk.is_masked_elsewhere,
        masked_roles=tuple(sorted(role.value for role in desk.masks.get(Section.HOUSING, ()))),
    )

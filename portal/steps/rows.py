"""Rows of a group, added and taken away by the buttons of the page."""

from uuid import UUID

from domain.intake.actions.add_row import AddRow, add_row
from domain.intake.actions.remove_row import RemoveRow, remove_row
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork


async def rows_changed(work: UnitOfWork, citizen: Citizen, application_id: UUID, action: str) -> str | None:
    """Do what a button ``add:children`` or ``remove:children:0`` says; the group, or None for any other button."""
    verb, _, rest = action.partition(":")
    group, _, number = rest.partition(":")
    if verb == "add":
        await add_row(work, citizen, AddRow(application_id=application_id, group=group))
    elif verb == "remove" and number.isdecimal():
        await remove_row(work, citizen, RemoveRow(application_id=application_id, group=group, row=int(number)))
    else:
        return None
    return group

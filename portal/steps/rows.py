"""Rows of a group, added and taken away by the buttons of the page."""

from uuid import UUID

from domain.intake.actions.add_row import AddRow, add_row
from domain.intake.actions.remove_row import RemoveRow, remove_row
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from web.requests.row_buttons import row_button


async def rows_changed(work: UnitOfWork, citizen: Citizen, application_id: UUID, action: str) -> str | None:
    """Do what a button of a row says; the group, or None for any other button."""
    if (pressed := row_button(action)) is None:
        return None
    about = {"application_id": application_id, "group": pressed.group}
    if pressed.row is None:
        await add_row(work, citizen, AddRow.model_validate(about))
    else:
        await remove_row(work, citizen, RemoveRow.model_validate(about | {"row": pressed.row}))
    return pressed.group

"""What moves the term of an application moves it on the worklist too."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from domain.casework.queries.cases import application_in_case
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class FollowApplication(BaseModel):
    """Which one; its last day where that is another one, and whether its answer is looked at again."""

    application_id: UUID
    due_on: date | None = None
    is_reopened: bool = False


async def follow_application(work: UnitOfWork, system: System, command: FollowApplication) -> None:
    """Keep the day, and wait again for what was reopened. One that is in no case is left alone."""
    entry = await application_in_case(work, system, command.application_id)
    if entry is None:
        return
    entry.due_on = command.due_on or entry.due_on
    if command.is_reopened:
        entry.reopen()

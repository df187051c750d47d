"""An ente stops offering a code."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Actor, Operator
from domain.organization.events import CodeSwitchedOff
from domain.organization.queries.administered_codes import code_to_change
from domain.platform.work import UnitOfWork


class SwitchCodeOff(BaseModel):
    """``ente_id`` does not offer the code from ``first_day_off`` on."""

    ente_id: UUID
    list_name: str
    code: str
    first_day_off: date


async def switch_code_off(work: UnitOfWork, actor: Actor, command: SwitchCodeOff) -> None:
    """Offer the code no more; a class takes along what stands under it. What has the code keeps it and shows it.

    Refuses NotFound, NotAnAdministrator.
    """
    found = await code_to_change(work, actor, command.ente_id, command.list_name, command.code)
    found.row.switch_off(command.first_day_off, found.shown.starts_on)
    work.session.add(found.row)
    await work.session.flush()  # what a colleague has just said of the same code must be refused here
    await work.record(
        CodeSwitchedOff(
            ente_id=command.ente_id,
            list_name=command.list_name,
            code=command.code,
            first_day_off=command.first_day_off,
            by_operator_id=actor.operator_id if isinstance(actor, Operator) else None,
        )
    )

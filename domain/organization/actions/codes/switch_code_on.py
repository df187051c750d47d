"""An ente offers a code again."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Actor, Operator
from domain.organization.events import CodeSwitchedOn
from domain.organization.queries.administered_codes import code_to_change
from domain.platform.work import UnitOfWork


class SwitchCodeOn(BaseModel):
    """``ente_id`` offers the code from ``starts_on`` on."""

    ente_id: UUID
    list_name: str
    code: str
    starts_on: date


async def switch_code_on(work: UnitOfWork, actor: Actor, command: SwitchCodeOn) -> None:
    """Offer the code again, also when the ambito or the shipped list does not. Refuses NotFound, NotAnAdministrator.

    A code under a class that is off comes back with its class.
    """
    found = await code_to_change(work, actor, command.ente_id, command.list_name, command.code)
    found.row.switch_on(command.starts_on)
    work.session.add(found.row)
    await work.session.flush()  # what a colleague has just said of the same code must be refused here
    await work.record(
        CodeSwitchedOn(
            ente_id=command.ente_id,
            list_name=command.list_name,
            code=command.code,
            starts_on=command.starts_on,
            by_operator_id=actor.operator_id if isinstance(actor, Operator) else None,
        )
    )

"""An operator half-way in shows the second factor by a passkey."""

from pydantic import BaseModel

from domain.access.actions.credentials.check_passkey import CheckPasskey, check_passkey
from domain.access.queries.credentials.operator_entry import entry_row, operator_entry
from domain.access.terms import ChallengePurpose
from domain.kernel.actor import System
from domain.platform.work import Bind, unit_of_work


class ShowPasskey(BaseModel):
    """The entry, and what the browser brought back, as JSON."""

    entry_token: str
    answer: str


async def show_passkey(command: ShowPasskey, *, bind: Bind | None = None) -> None:
    """The second factor is shown. Refuses PasskeyRefused, EntryOver."""
    async with unit_of_work(System("passkey"), read_only=True, bind=bind) as work:
        operator_id = (await operator_entry(work, command.entry_token)).operator_id
    checking = CheckPasskey(
        purpose=ChallengePurpose.SECOND_FACTOR,
        bound_to=command.entry_token,
        answer=command.answer,
        operator_id=operator_id,
    )
    await check_passkey(checking, bind=bind)
    async with unit_of_work(System("passkey"), bind=bind) as work:
        (await entry_row(work, command.entry_token)).is_factor_due = False

"""An operator half-way in registers the first passkey."""

from pydantic import BaseModel, Field

from domain.access.actions.credentials.keep_passkey import KeepPasskey, keep_passkey
from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.access.queries.credentials.operator_entry import entry_row, operator_entry
from domain.access.refusals import EntryOver
from domain.access.terms import EntryStep
from domain.kernel.actor import System
from domain.platform.work import Bind, unit_of_work


class EnrolPasskey(BaseModel):
    """The entry, the name of the passkey, and what the browser brought back, as JSON."""

    entry_token: str
    name: str = Field(min_length=1, max_length=60)
    answer: str


async def enrol_passkey(command: EnrolPasskey, *, bind: Bind | None = None) -> None:
    """The passkey counts; recovery codes come next where there are none. Refuses PasskeyRefused, EntryOver."""
    async with unit_of_work(System("enrol passkey"), read_only=True, bind=bind) as work:
        entry = await operator_entry(work, command.entry_token)
        if entry.step is not EntryStep.ENROLMENT:
            raise EntryOver
    keeping = KeepPasskey(
        operator_id=entry.operator_id, name=command.name, bound_to=command.entry_token, answer=command.answer
    )
    await keep_passkey(keeping, bind=bind)
    async with unit_of_work(System("enrol passkey"), bind=bind) as work:
        row = await entry_row(work, command.entry_token)
        row.is_enrolment_due = False
        row.is_codes_due = not (await operator_credentials(work, row.operator_id)).codes_left

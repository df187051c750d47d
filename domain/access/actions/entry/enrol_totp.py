"""An operator half-way in confirms the first code app."""

from pydantic import BaseModel, Field

from domain.access.actions.credentials.confirm_totp import confirm_totp
from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.access.queries.credentials.operator_entry import entry_row
from domain.access.refusals import EntryOver
from domain.access.terms import EntryStep
from domain.kernel.actor import System
from domain.platform.work import Bind, unit_of_work


class EnrolTotp(BaseModel):
    """The entry, and the first code of the app."""

    entry_token: str
    code: str = Field(min_length=1, max_length=20)


async def enrol_totp(command: EnrolTotp, *, bind: Bind | None = None) -> None:
    """The app counts; recovery codes come next where there are none. Refuses WrongCode, EntryOver."""
    async with unit_of_work(System("enrol app"), bind=bind) as work:
        entry = await entry_row(work, command.entry_token)
        if entry.step is not EntryStep.ENROLMENT:
            raise EntryOver
        await confirm_totp(work, entry.operator_id, command.code)
        entry.is_enrolment_due = False
        entry.is_codes_due = not (await operator_credentials(work, entry.operator_id)).codes_left

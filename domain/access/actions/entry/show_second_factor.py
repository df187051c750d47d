"""An operator half-way in shows the second factor by a code."""

from pydantic import BaseModel, Field

from domain.access.actions.count_try import count_try
from domain.access.actions.credentials.check_second_factor import check_second_factor
from domain.access.actions.sessions.note_sign_in import NoteSignIn
from domain.access.actions.sessions.noting_refusals import noting_refusals
from domain.access.queries.credentials.operator_entry import entry_row, operator_entry
from domain.access.refusals import WrongCode
from domain.access.terms import SignInOutcome, Way
from domain.kernel.actor import System
from domain.organization.queries.operators import OperatorRow, operator_card
from domain.platform.work import Bind, unit_of_work


class ShowSecondFactor(BaseModel):
    """The entry, and the code of the app or a recovery code."""

    entry_token: str
    code: str = Field(min_length=1, max_length=20)
    address: str = ""


async def show_second_factor(command: ShowSecondFactor, *, bind: Bind | None = None) -> None:
    """The second factor is shown. Refuses WrongCode, TooManyTries (as for the password), EntryOver."""
    async with unit_of_work(System("second factor"), read_only=True, bind=bind) as work:
        operator = await operator_card(work, (await operator_entry(work, command.entry_token)).operator_id)
    who = {"operator_id": operator.id, "ente_id": operator.ente_id, "address": command.address}
    noted = NoteSignIn(outcome=SignInOutcome.WRONG_CREDENTIALS, way=Way.PASSWORD, **who)
    async with noting_refusals(noted, bind=bind):
        await _heard(command, operator, bind)


async def _heard(command: ShowSecondFactor, operator: OperatorRow, bind: Bind | None) -> None:
    tried = await count_try(operator.email, command.address, bind=bind)
    async with unit_of_work(System("second factor"), bind=bind) as work:
        entry = await entry_row(work, command.entry_token)
        if await check_second_factor(work, operator.id, command.code):
            entry.is_factor_due = False
            await tried.forgive(work)
            return
    raise WrongCode

"""An operator in a session proves once more who is there: before anything dangerous."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.access.actions.count_try import count_try
from domain.access.actions.credentials.check_password import check_password
from domain.access.actions.credentials.check_second_factor import check_second_factor
from domain.access.actions.credentials.renew_proof import renew_proof
from domain.access.actions.sessions.note_sign_in import NoteSignIn
from domain.access.actions.sessions.noting_refusals import noting_refusals
from domain.access.refusals import WrongCredentials
from domain.access.rules.passwords import LONGEST
from domain.access.terms import SignInOutcome
from domain.kernel.actor import System
from domain.organization.queries.operators import operator_card
from domain.platform.work import Bind, unit_of_work


class ProveAgain(BaseModel):
    """The session, and what was typed."""

    session_id: UUID
    operator_id: UUID
    password: str = Field(min_length=1, max_length=LONGEST)
    code: str = Field(min_length=1, max_length=20)
    address: str = ""


async def prove_again(command: ProveAgain, *, bind: Bind | None = None) -> str:
    """The session is proved anew; returns its new token. Refuses WrongCredentials and TooManyTries, as at sign-in."""
    async with unit_of_work(System("prove again"), read_only=True, bind=bind) as work:
        operator = await operator_card(work, command.operator_id)
    who = {"operator_id": operator.id, "ente_id": operator.ente_id, "address": command.address}
    async with noting_refusals(NoteSignIn(outcome=SignInOutcome.NOT_PROVED, **who), bind=bind):
        return await _heard(command, operator.email, bind)


async def _heard(command: ProveAgain, account: str, bind: Bind | None) -> str:
    tried = await count_try(account, command.address, bind=bind)
    async with unit_of_work(System("prove again"), bind=bind) as work:
        is_right = await check_password(work, command.operator_id, command.password)
        if is_right and await check_second_factor(work, command.operator_id, command.code):
            await tried.forgive(work)
            return await renew_proof(work, command.session_id, command.operator_id)
    raise WrongCredentials

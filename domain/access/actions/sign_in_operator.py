"""An operator signs in with e-mail, password and a code of the second factor; without a code, it is asked for next."""

from pydantic import BaseModel, Field

from domain.access.actions.count_try import CountedTry, count_try
from domain.access.actions.credentials.check_password import check_password
from domain.access.actions.credentials.check_second_factor import check_second_factor
from domain.access.actions.entry.begin_entry import BeginEntry, OperatorArrival, begin_entry
from domain.access.actions.entry.open_office_session import OpenOfficeSession, open_office_session
from domain.access.actions.sessions.note_sign_in import NoteSignIn
from domain.access.actions.sessions.noting_refusals import noting_refusals
from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.access.refusals import WrongCredentials
from domain.access.rules.passwords import LONGEST
from domain.access.terms import SignInOutcome, Way
from domain.kernel.actor import System
from domain.organization.queries.operators import OperatorRow, operator_by_email
from domain.platform.work import Bind, UnitOfWork, unit_of_work


class SignInOperator(BaseModel):
    """What was typed, and from where. ``code`` is of the app or a recovery code; empty when there is a passkey."""

    email: str = Field(min_length=3, max_length=200)
    password: str = Field(min_length=1, max_length=LONGEST)
    code: str = Field(default="", max_length=20)
    return_path: str = "/"
    device: str = ""
    address: str = ""


async def sign_in_operator(command: SignInOperator, *, bind: Bind | None = None) -> OperatorArrival:
    """Lets in, or half-way in. Refuses WrongCredentials, TooManyTries, NoOfficeToday.

    A try is counted before it is heard, in a transaction of its own. The refusal is the same, and takes as long,
    whether the account, the password or the code is wrong.
    """
    where = command.model_dump(include={"device", "address"})
    noted = NoteSignIn(outcome=SignInOutcome.WRONG_CREDENTIALS, way=Way.PASSWORD, name=command.email, **where)
    async with noting_refusals(noted, bind=bind):
        return await _heard(command, bind)


async def _heard(command: SignInOperator, bind: Bind | None) -> OperatorArrival:
    tried = await count_try(command.email, command.address, bind=bind)
    async with unit_of_work(System("sign in"), bind=bind) as work:
        operator = await operator_by_email(work, command.email.strip().lower())
        is_right = await check_password(work, operator.id if operator else None, command.password)
        if operator is not None and is_right and operator.is_enabled:
            arrival = await _arrive(work, operator, command, tried)
            if arrival is not None:
                return arrival
    raise WrongCredentials


async def _arrive(
    work: UnitOfWork, operator: OperatorRow, command: SignInOperator, tried: CountedTry
) -> OperatorArrival | None:
    card = await operator_credentials(work, operator.id)
    is_code_heard = card.has_second_factor and bool(command.code.strip())
    if is_code_heard and not await check_second_factor(work, operator.id, command.code):
        return None
    await (tried.forgive(work) if is_code_heard else tried.take_back(work))
    if is_code_heard and not card.is_renewal_due:
        opening = OpenOfficeSession(operator_id=operator.id, way=Way.PASSWORD, device=command.device)
        return OperatorArrival(await open_office_session(work, opening), is_inside=True)
    beginning = BeginEntry(
        operator_id=operator.id,
        ente_id=operator.ente_id,
        return_path=command.return_path,
        is_factor_shown=is_code_heard,
    )
    return OperatorArrival(await begin_entry(work, beginning), is_inside=False)

"""An operator signs in with a passkey alone: it holds the name, and has verified the person."""

from uuid import UUID

from pydantic import BaseModel

from domain.access.actions.credentials.check_passkey import CheckPasskey, check_passkey
from domain.access.actions.entry.begin_entry import BeginEntry, OperatorArrival, begin_entry
from domain.access.actions.entry.open_office_session import OpenOfficeSession, open_office_session
from domain.access.actions.sessions.note_sign_in import NoteSignIn
from domain.access.actions.sessions.noting_refusals import noting_refusals
from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.access.terms import ChallengePurpose, SignInOutcome, Way
from domain.kernel.actor import System
from domain.organization.queries.operators import operator_card
from domain.platform.work import Bind, unit_of_work


class SignInWithPasskey(BaseModel):
    """What the browser brought back, as JSON, and its token."""

    browser_token: str
    answer: str
    return_path: str = "/"
    device: str = ""


async def sign_in_with_passkey(command: SignInWithPasskey, *, bind: Bind | None = None) -> OperatorArrival:
    """Lets in, or half-way in when another password is due. Refuses PasskeyRefused, NoOfficeToday."""
    checking = CheckPasskey(
        purpose=ChallengePurpose.SIGN_IN, bound_to=command.browser_token, answer=command.answer, operator_id=None
    )
    noted = NoteSignIn(outcome=SignInOutcome.WRONG_CREDENTIALS, way=Way.PASSKEY, device=command.device)
    async with noting_refusals(noted, bind=bind):
        noted.operator_id = await check_passkey(checking, bind=bind)
        return await _arrive(command, noted.operator_id, bind)


async def _arrive(command: SignInWithPasskey, operator_id: UUID, bind: Bind | None) -> OperatorArrival:
    async with unit_of_work(System("passkey"), bind=bind) as work:
        if not (await operator_credentials(work, operator_id)).is_renewal_due:
            opening = OpenOfficeSession(operator_id=operator_id, way=Way.PASSKEY, device=command.device)
            return OperatorArrival(await open_office_session(work, opening), is_inside=True)
        beginning = BeginEntry(
            operator_id=operator_id,
            ente_id=(await operator_card(work, operator_id)).ente_id,
            way=Way.PASSKEY,
            return_path=command.return_path,
            is_factor_shown=True,
        )
        return OperatorArrival(await begin_entry(work, beginning), is_inside=False)

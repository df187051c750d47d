"""An operator in a session proves once more who is there, by a passkey."""

from uuid import UUID

from pydantic import BaseModel

from domain.access.actions.credentials.check_passkey import CheckPasskey, check_passkey
from domain.access.actions.credentials.renew_proof import renew_proof
from domain.access.actions.sessions.note_sign_in import NoteSignIn
from domain.access.actions.sessions.noting_refusals import noting_refusals
from domain.access.terms import ChallengePurpose, SignInOutcome
from domain.kernel.actor import System
from domain.organization.queries.operators import operator_card
from domain.platform.work import Bind, unit_of_work


class ProveAgainByPasskey(BaseModel):
    """The session, and what the browser brought back, as JSON."""

    session_id: UUID
    operator_id: UUID
    answer: str


async def prove_again_by_passkey(command: ProveAgainByPasskey, *, bind: Bind | None = None) -> str:
    """The session is proved anew; returns its new token. Refuses PasskeyRefused."""
    checking = CheckPasskey(
        purpose=ChallengePurpose.PROVE,
        bound_to=str(command.session_id),
        answer=command.answer,
        operator_id=command.operator_id,
    )
    async with unit_of_work(System("prove again"), read_only=True, bind=bind) as work:
        ente_id = (await operator_card(work, command.operator_id)).ente_id
    noted = NoteSignIn(outcome=SignInOutcome.NOT_PROVED, operator_id=command.operator_id, ente_id=ente_id)
    async with noting_refusals(noted, bind=bind):
        await check_passkey(checking, bind=bind)
    async with unit_of_work(System("prove again"), bind=bind) as work:
        return await renew_proof(work, command.session_id, command.operator_id)

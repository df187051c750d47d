"""An operator registers a passkey."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.access.actions.credentials.take_challenge import TakeChallenge, take_challenge
from domain.access.events import PasskeyAdded
from domain.access.gateways.passkeys import NotAuthentic, check_registration
from domain.access.model.credential import Passkey
from domain.access.refusals import PasskeyRefused
from domain.access.terms import ChallengePurpose
from domain.kernel.actor import System
from domain.organization.queries.operators import operator_card
from domain.platform.observability import log
from domain.platform.work import Bind, unit_of_work


class KeepPasskey(BaseModel):
    """Whose, called how, and what the browser brought back, as JSON."""

    operator_id: UUID
    name: str = Field(min_length=1, max_length=60)
    bound_to: str
    answer: str


async def keep_passkey(command: KeepPasskey, *, bind: Bind | None = None) -> UUID:
    """Keep the passkey and give back its id. Refuses PasskeyRefused, CredentialTaken."""
    taking = TakeChallenge(
        purpose=ChallengePurpose.KEEP,
        bound_to=command.bound_to,
        answer=command.answer,
        operator_id=command.operator_id,
    )
    answer, challenge = await take_challenge(taking, bind=bind)
    try:
        made = check_registration(answer, challenge)
    except NotAuthentic as refused:
        log.warning("passkey_refused", reason=str(refused))
        raise PasskeyRefused from refused
    async with unit_of_work(System("keep passkey"), bind=bind) as work:
        ente_id = (await operator_card(work, command.operator_id)).ente_id
        passkey = Passkey(
            ente_id=ente_id,
            operator_id=command.operator_id,
            credential_key=made.credential_key,
            public_key=made.public_key,
            sign_count=made.sign_count,
            name=command.name,
            created_at=work.now,
        )
        work.session.add(passkey)
        await work.record(PasskeyAdded(ente_id=ente_id, operator_id=command.operator_id, passkey_id=passkey.id))
        return passkey.id

"""Takes the challenge that a passkey answers: used up by one UPDATE, whatever becomes of the answer."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.access.gateways.passkeys import Answer, NotAuthentic, challenge_bytes, read_answer
from domain.access.model.entry import PasskeyChallenge
from domain.access.refusals import PasskeyRefused
from domain.access.rules.secrets import fingerprint
from domain.access.terms import ChallengePurpose
from domain.kernel.actor import System
from domain.platform.observability import log
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work


class TakeChallenge(BaseModel):
    """What was asked, and what the browser brought back."""

    purpose: ChallengePurpose
    bound_to: str
    answer: str
    operator_id: UUID | None


async def take_challenge(command: TakeChallenge, *, bind: Bind | None = None) -> tuple[Answer, bytes]:
    """The answer, read, and the challenge it must have signed. Refuses PasskeyRefused.

    Refused: a challenge that was never given, given to another browser or for something else, answered, or too old.
    """
    key = settings().secret
    try:
        answer = read_answer(command.answer)
        challenge = challenge_bytes(answer.challenge)
    except NotAuthentic as refused:
        log.warning("passkey_refused", reason=str(refused))
        raise PasskeyRefused from refused
    async with unit_of_work(System("passkey challenge"), bind=bind) as work:
        take = (
            sa.update(PasskeyChallenge)
            .where(
                col(PasskeyChallenge.challenge_hash) == fingerprint(key, answer.challenge),
                col(PasskeyChallenge.bound_hash) == fingerprint(key, command.bound_to),
                col(PasskeyChallenge.purpose) == command.purpose,
                col(PasskeyChallenge.operator_id).is_not_distinct_from(command.operator_id),
                col(PasskeyChallenge.used_at).is_(None),
                col(PasskeyChallenge.expires_at) > work.now,
            )
            .values(used_at=work.now)
            .returning(col(PasskeyChallenge.id))
        )
        is_taken = (await (await work.session.connection()).execute(take)).one_or_none() is not None
    if not is_taken:
        log.warning("passkey_refused", reason="no such challenge waits")
        raise PasskeyRefused
    return answer, challenge

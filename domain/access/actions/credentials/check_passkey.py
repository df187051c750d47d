"""Hears a passkey: whose it is, whether it signed our challenge, and whether it is the only one of its kind."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.access.actions.credentials.take_challenge import TakeChallenge, take_challenge
from domain.access.gateways.passkeys import Answer, NotAuthentic, check_sign_in
from domain.access.model.credential import Passkey
from domain.access.refusals import PasskeyRefused
from domain.access.terms import ChallengePurpose
from domain.kernel.actor import System
from domain.platform.observability import log
from domain.platform.work import Bind, UnitOfWork, unit_of_work


class CheckPasskey(BaseModel):
    """What was asked of whom; at sign-in of nobody by name (``operator_id`` is None)."""

    purpose: ChallengePurpose
    bound_to: str
    answer: str
    operator_id: UUID | None


async def check_passkey(command: CheckPasskey, *, bind: Bind | None = None) -> UUID:
    """The operator whose passkey it is. Refuses PasskeyRefused: another origin or host, an answer heard before,

    another operator's key, a person who was not verified, a count that went back (a copied key).
    """
    answer, challenge = await take_challenge(TakeChallenge(**command.model_dump()), bind=bind)
    async with unit_of_work(System("passkey"), bind=bind) as work:
        passkey = await _passkey(work, answer.credential_key)
        try:
            if passkey is None:
                raise NotAuthentic("an unknown passkey")
            _check_owner(passkey, answer, command.operator_id)
            passkey.sign_count = check_sign_in(
                answer, challenge, public_key=passkey.public_key, sign_count=passkey.sign_count
            )
        except NotAuthentic as refused:
            log.warning("passkey_refused", reason=str(refused))
            raise PasskeyRefused from refused
        passkey.last_used_at = work.now
        return passkey.operator_id


async def _passkey(work: UnitOfWork, credential_key: str) -> Passkey | None:
    wanted = select(Passkey).where(col(Passkey.credential_key) == credential_key)
    return (await work.session.exec(wanted.with_for_update())).one_or_none()


def _check_owner(passkey: Passkey, answer: Answer, operator_id: UUID | None) -> None:
    """Who signs in without a name is told by the passkey; who has said a name must own it."""
    if operator_id is None and not answer.user_handle:
        raise NotAuthentic("no user handle")
    if answer.user_handle and answer.user_handle != passkey.operator_id.bytes:
        raise NotAuthentic("the user handle is another's")
    if operator_id is not None and passkey.operator_id != operator_id:
        raise NotAuthentic("another operator's passkey")

"""Hears the identity provider's answer: three steps, since no transaction may wait for the network."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.access.actions.end_session import end_session
from domain.access.actions.sign_in_citizen import sign_in_citizen
from domain.access.gateways.configured_parties import provider, relying_party
from domain.access.gateways.identities import Identity, Level, SignInRefused
from domain.access.gateways.openid.connect import check_response, exchange
from domain.access.gateways.openid.http import new_http_client
from domain.access.model.session import SignInRequest
from domain.access.refusals import sign_in_failed
from domain.access.rules.secrets import fingerprint
from domain.access.terms import SessionEnd
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.platform.observability import log
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work


class AnswerSignIn(BaseModel):
    """What the browser brought back (every pair of the query, doubled ones too), its transaction token, the portal."""

    parameters: tuple[tuple[str, str], ...]
    browser_token: str
    ambito_id: UUID
    language: str
    device: str = ""
    former_session_id: UUID | None = None


@dataclass(frozen=True)
class SignedInCitizen:
    """The new session's token, and where the citizen wanted to go."""

    token: str
    return_path: str


@dataclass(frozen=True)
class _Asked:
    nonce: str
    code_verifier: str
    return_path: str
    level: Level


async def answer_sign_in(command: AnswerSignIn, *, bind: Bind | None = None) -> SignedInCitizen:
    """Opens the session. Refuses SignInFailed: cancelled, expired, answered before, another browser, not authentic."""
    asked = await _take(command, bind)
    identity = await _identify(command, asked)
    async with unit_of_work(System("sign in citizen"), bind=bind) as work:
        token = await sign_in_citizen(
            work, identity, ambito_id=command.ambito_id, language=command.language, device=command.device
        )
        if command.former_session_id is not None:
            await end_session(work, command.former_session_id, SessionEnd.REPLACED)
    return SignedInCitizen(token, asked.return_path)


async def _take(command: AnswerSignIn, bind: Bind | None) -> _Asked:
    """The request this answers: used up by one UPDATE, so that two answers cannot both win."""
    key, state = settings().secret, dict(command.parameters).get("state", "")
    async with unit_of_work(System("answer sign in"), bind=bind) as work:
        take = (
            sa.update(SignInRequest)
            .where(
                col(SignInRequest.state_hash) == fingerprint(key, state),
                col(SignInRequest.browser_hash) == fingerprint(key, command.browser_token),
                col(SignInRequest.used_at).is_(None),
                col(SignInRequest.expires_at) > work.now,
            )
            .values(used_at=work.now)
            .returning(
                col(SignInRequest.nonce),
                col(SignInRequest.code_verifier),
                col(SignInRequest.return_path),
                col(SignInRequest.level),
            )
        )
        row = (await (await work.session.connection()).execute(take)).one_or_none()
    if row is None:
        raise sign_in_failed("other_browser")
    return _Asked(row[0], row[1], row[2], Level(row[3]))


async def _identify(command: AnswerSignIn, asked: _Asked) -> Identity:
    try:
        code = check_response(command.parameters, state=dict(command.parameters)["state"], issuer=provider().issuer)
        async with new_http_client() as http:
            return await exchange(
                relying_party(),
                provider(),
                http,
                code=code,
                code_verifier=asked.code_verifier,
                nonce=asked.nonce,
                level=asked.level,
                now=utcnow(),
            )
    except SignInRefused as refused:
        log.warning("sign_in_refused", kind=refused.kind.value, reason=refused.reason)
        raise sign_in_failed(refused.kind.value) from refused

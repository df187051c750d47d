"""Sends somebody to a provider of the federation: that of CIE, or one of SPID by OpenID Connect."""

import asyncio
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from domain.access.actions.remember_sign_in import remember_sign_in
from domain.access.actions.write_transaction import Transaction, write_transaction
from domain.access.gateways.configured_parties import NotInFederation, relying_party
from domain.access.gateways.identities import Level
from domain.access.gateways.openid.connect import authorization_request
from domain.access.gateways.openid.parties import AuthorizationRequest, Provider
from domain.access.queries.federation_providers import federated_provider, is_known
from domain.access.refusals import SignInFailed, sign_in_failed
from domain.access.rules.pending_sign_ins import PendingSignIn
from domain.access.terms import Site, TransactionStep
from domain.kernel.actor import System
from domain.kernel.clock import utcnow
from domain.kernel.refusals import NotFound
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work

WHO = System("begin sign in")


class BeginCieSignIn(BaseModel):
    """Which provider (empty for the only one), the browser's transaction token, and where to come back to."""

    provider: str = ""
    browser_token: str = Field(repr=False)
    return_path: str
    site: Site = Site.PORTAL
    ambito_id: UUID | None = None
    language: str = ""


async def begin_cie_sign_in(command: BeginCieSignIn, *, bind: Bind | None = None) -> str:
    """The address of the provider, with our signed request, which waits ten minutes for its answer.

    Refuses NotFound: no such provider; SignInFailed: none that can be asked now.
    """
    provider = await _provider(command, bind)
    now = utcnow()
    try:
        asked = await asyncio.to_thread(_request, command.site, provider, now)
    except (NotInFederation, OSError, ValueError) as problem:
        raise _refused(command, "technical", type(problem).__name__) from None
    async with unit_of_work(WHO, bind=bind) as work:
        pending = _pending(command, provider, asked)
        await remember_sign_in(work, pending, state=asked.state, browser_token=command.browser_token)
        await write_transaction(
            work,
            Transaction(
                way=provider.way,
                step=TransactionStep.AUTHORIZATION_REQUEST,
                issuer=provider.issuer,
                request_id=asked.request_id,
                request_instant=now.isoformat(timespec="seconds"),
                ente_id=command.ambito_id,
                body=asked.url.encode(),
            ),
        )
    return asked.url


async def _provider(command: BeginCieSignIn, bind: Bind | None) -> Provider:
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        found = await federated_provider(work, command.provider)
        is_stranger = found is None and command.provider and not await is_known(work, command.provider)
    if is_stranger:
        raise NotFound
    if found is None:
        raise _refused(command, "unavailable", "no provider with a living chain")
    return found


def _request(site: Site, provider: Provider, now: datetime) -> AuthorizationRequest:
    return authorization_request(relying_party(site), provider, level=Level(settings().sign_in_level), now=now)


def _pending(command: BeginCieSignIn, provider: Provider, asked: AuthorizationRequest) -> PendingSignIn:
    return PendingSignIn(
        site=command.site,
        way=provider.way,
        issuer=provider.issuer,
        level=settings().sign_in_level,
        return_path=command.return_path,
        request_id=asked.request_id,
        details={"nonce": asked.nonce, "code_verifier": asked.code_verifier, "language": command.language},
    )


def _refused(command: BeginCieSignIn, kind: str, reason: str) -> SignInFailed:
    failure = sign_in_failed(kind, reason)
    failure.return_path, failure.language = command.return_path, command.language
    return failure

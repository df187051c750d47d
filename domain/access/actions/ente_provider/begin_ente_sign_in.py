"""Sends an operator to the ente's own identity provider."""

import secrets
from uuid import UUID

from pydantic import BaseModel, Field

from domain.access.actions.remember_sign_in import remember_sign_in
from domain.access.actions.write_transaction import Transaction, write_transaction
from domain.access.gateways.ente_provider import Endpoints, EnteParty, authorization_address, discover
from domain.access.gateways.identities import SignInRefused
from domain.access.queries.ente_provider.providers import open_provider
from domain.access.refusals import sign_in_failed
from domain.access.rules.pending_sign_ins import PendingSignIn
from domain.access.terms import Site, TransactionStep, Way
from domain.kernel.actor import System
from domain.kernel.refusals import NotFound
from domain.platform.outside.http import new_http_client
from domain.platform.work import Bind, unit_of_work

WHO = System("begin sign in")
LEVEL = 2


class BeginEnteSignIn(BaseModel):
    """Which provider, the browser's transaction token, where to come back to.

    ``is_fresh``: the person must show there again who they are, since they are about to do something dangerous.
    """

    provider_id: UUID
    browser_token: str = Field(repr=False)
    return_path: str
    is_fresh: bool = False


async def begin_ente_sign_in(command: BeginEnteSignIn, *, bind: Bind | None = None) -> str:
    """The address of the provider; its answer is awaited for ten minutes, in this browser.

    Refuses NotFound: unknown or off; SignInFailed: it does not answer, or is not the one that was pinned.
    """
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        found = await open_provider(work, command.provider_id)
    if found is None:
        raise NotFound
    ente_id, party = found
    endpoints = await _endpoints(party)
    state, nonce, verifier = (secrets.token_urlsafe(32) for _secret in range(3))
    address = authorization_address(
        party, endpoints, state=state, nonce=nonce, code_verifier=verifier, is_fresh=command.is_fresh
    )
    secret = {"nonce": nonce, "code_verifier": verifier, "is_fresh": "1" if command.is_fresh else ""}
    async with unit_of_work(WHO, bind=bind) as work:
        pending = _pending(command, party, endpoints, secret)
        await remember_sign_in(work, pending, state=state, browser_token=command.browser_token)
        await write_transaction(
            work,
            Transaction(
                way=Way.ENTE,
                step=TransactionStep.AUTHORIZATION_REQUEST,
                issuer=party.issuer,
                request_id=pending.request_id,
                request_instant=work.now.isoformat(timespec="seconds"),
                ente_id=ente_id,
                body=address.encode(),
            ),
        )
    return address


async def _endpoints(party: EnteParty) -> Endpoints:
    try:
        async with new_http_client() as http:
            return await discover(party, http)
    except SignInRefused as refused:
        raise sign_in_failed(refused.kind.value, refused.reason) from None


def _pending(command: BeginEnteSignIn, party: EnteParty, endpoints: Endpoints, secret: dict[str, str]) -> PendingSignIn:
    where = {
        "authorization": endpoints.authorization,
        "token": endpoints.token,
        "keys": endpoints.keys,
        "names_issuer": "1" if endpoints.names_issuer else "",
    }
    return PendingSignIn(
        site=Site.BACKOFFICE,
        way=Way.ENTE,
        issuer=party.issuer,
        level=LEVEL,
        return_path=command.return_path,
        request_id=secrets.token_hex(16),
        details={"provider_id": str(command.provider_id)} | where | secret,
    )

"""Sends a citizen to the identity provider."""

from datetime import timedelta

from pydantic import BaseModel

from domain.access.gateways.configured_parties import provider, relying_party
from domain.access.gateways.identities import Level
from domain.access.gateways.openid.connect import authorization_request
from domain.access.model.session import SignInRequest
from domain.access.rules.secrets import fingerprint
from domain.kernel.actor import System
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work

LIFE = timedelta(minutes=10)


class BeginSignIn(BaseModel):
    """The browser's transaction token, and the local path to come back to."""

    browser_token: str
    return_path: str


async def begin_sign_in(command: BeginSignIn, *, bind: Bind | None = None) -> str:
    """The address of the identity provider, with our signed request. The request waits ten minutes for its answer."""
    async with unit_of_work(System("begin sign in"), bind=bind) as work:
        asked = authorization_request(relying_party(), provider(), level=Level.TWO, now=work.now)
        key = settings().secret
        work.session.add(
            SignInRequest(
                state_hash=fingerprint(key, asked.state),
                browser_hash=fingerprint(key, command.browser_token),
                nonce=asked.nonce,
                code_verifier=asked.code_verifier,
                return_path=command.return_path,
                level=int(Level.TWO),
                expires_at=work.now + LIFE,
            )
        )
    return asked.url

"""Takes up a sign-in when the browser comes back from the provider, once."""

import json

import sqlalchemy as sa
from sqlmodel import col

from domain.access.model.session import SignInRequest
from domain.access.refusals import sign_in_failed
from domain.access.rules.pending_sign_ins import DETAILS, PendingSignIn
from domain.access.rules.secrets import fingerprint, unseal
from domain.access.terms import Site, Way
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


async def take_sign_in(
    work: UnitOfWork, site: Site, ways: tuple[Way, ...], *, state: str, browser_token: str
) -> PendingSignIn:
    """The request that ``state`` answers: used up by one UPDATE, so that two answers cannot both win.

    Commit before anything else can fail: the request must not wait again. Refuses SignInFailed (other_browser) when
    none waits: never asked, answered before, expired, another browser, another site or another protocol.
    """
    key = settings().secret
    take = (
        sa.update(SignInRequest)
        .where(
            col(SignInRequest.state_hash) == fingerprint(key, state),
            col(SignInRequest.browser_hash) == fingerprint(key, browser_token),
            col(SignInRequest.site) == site,
            col(SignInRequest.way).in_(ways),
            col(SignInRequest.used_at).is_(None),
            col(SignInRequest.expires_at) > work.now,
        )
        .values(used_at=work.now)
        .returning(
            col(SignInRequest.site),
            col(SignInRequest.way),
            col(SignInRequest.issuer),
            col(SignInRequest.level),
            col(SignInRequest.return_path),
            col(SignInRequest.request_id),
            col(SignInRequest.details),
            col(SignInRequest.created_at),
        )
    )
    row = (await (await work.session.connection()).execute(take)).one_or_none()
    if row is None:
        raise sign_in_failed("other_browser")
    return PendingSignIn(
        row.site,
        row.way,
        row.issuer,
        row.level,
        row.return_path,
        row.request_id,
        json.loads(unseal(key, row.details, DETAILS)),
        row.created_at,
    )

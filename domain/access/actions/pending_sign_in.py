"""A sign-in on its way: remembered when the browser leaves for the provider, used up once when it comes back."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.model.session import SignInRequest
from domain.access.refusals import sign_in_failed
from domain.access.rules.secrets import fingerprint, seal, unseal
from domain.access.terms import Site, Way
from domain.kernel.actor import System
from domain.platform.settings import settings
from domain.platform.work import Bind, UnitOfWork, unit_of_work

LIFE = timedelta(minutes=10)
MOST_OF_A_BROWSER = 5
DETAILS = "sign-in request"


@dataclass(frozen=True)
class PendingSignIn:
    """What we asked of whom. ``details`` are the secrets of the protocol (nonce, code verifier…), as texts."""

    site: Site
    way: Way
    issuer: str
    level: int
    return_path: str
    request_id: str = ""
    details: dict[str, str] = field(default_factory=dict, repr=False)
    asked_at: datetime | None = None


async def remember_sign_in(work: UnitOfWork, asked: PendingSignIn, *, state: str, browser_token: str) -> None:
    """Wait ten minutes for the answer to ``state`` in this browser, of whose requests the latest five wait."""
    key = settings().secret
    browser_hash = fingerprint(key, browser_token)
    waiting = (
        select(SignInRequest.id)
        .where(col(SignInRequest.browser_hash) == browser_hash, col(SignInRequest.used_at).is_(None))
        .order_by(col(SignInRequest.created_at).desc())
        .offset(MOST_OF_A_BROWSER - 1)
    )
    await work.session.exec(sa.update(SignInRequest).where(col(SignInRequest.id).in_(waiting)).values(used_at=work.now))
    work.session.add(
        SignInRequest(
            site=asked.site,
            way=asked.way,
            issuer=asked.issuer,
            level=asked.level,
            return_path=asked.return_path,
            request_id=asked.request_id,
            details=seal(key, json.dumps(asked.details), DETAILS),
            state_hash=fingerprint(key, state),
            browser_hash=browser_hash,
            created_at=work.now,
            expires_at=work.now + LIFE,
        )
    )


async def take_sign_in(
    site: Site, ways: tuple[Way, ...], *, state: str, browser_token: str, bind: Bind | None = None
) -> PendingSignIn:
    """The request that ``state`` answers: used up by one UPDATE, so that two answers cannot both win.

    Refuses SignInFailed (other_browser) when none waits: never asked, answered before, expired, another browser,
    another site or another protocol.
    """
    key = settings().secret
    async with unit_of_work(System("answer sign in"), bind=bind) as work:
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
            .returning(SignInRequest)
        )
        row = (await work.session.exec(take)).scalar_one_or_none()
        if row is not None:
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
    raise sign_in_failed("other_browser")

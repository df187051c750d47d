"""Remembers a sign-in when the browser leaves for the provider."""

import json

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.model.session import SignInRequest
from domain.access.rules.pending_sign_ins import DETAILS, LIFE, MOST_OF_A_BROWSER, PendingSignIn
from domain.access.rules.secrets import fingerprint, seal
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


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

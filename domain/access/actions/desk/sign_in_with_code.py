"""Lets in who types the one-time code just received: at level 1, for steps of low risk only."""

import hmac
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.access.actions.admit import Admitted
from domain.access.actions.count_try import count_try
from domain.access.actions.desk.identify_citizen import DESK
from domain.access.actions.end_session import end_session
from domain.access.actions.start_session import StartSession, start_session
from domain.access.events import CitizenSignedIn
from domain.access.model.account import Account
from domain.access.model.desk import CodeContact, SignInCode
from domain.access.refusals import NumberNeeded, OneTimeCodeOver, OneTimeCodeWrong
from domain.access.rules.one_time_codes import MOST_TRIES, code_of, digits_of, number_hash
from domain.access.rules.secrets import fingerprint
from domain.access.terms import SessionEnd, Site, Way
from domain.kernel.actor import System
from domain.platform.settings import settings
from domain.platform.work import Bind, UnitOfWork, unit_of_work

LEVEL = 1


class SignInWithCode(BaseModel):
    """The code and, the first time or where several accounts share the contact, the number of the slip."""

    code: str = Field(max_length=40, repr=False)
    number: str = Field(default="", max_length=40, repr=False)
    browser_token: str = Field(default="", repr=False)
    address: str = ""
    device: str = ""
    former_session_id: UUID | None = None


async def sign_in_with_code(command: SignInWithCode, *, bind: Bind | None = None) -> Admitted:
    """A session of level 1. Refuses TooManyTries, OneTimeCodeOver, OneTimeCodeWrong, NumberNeeded.

    A contact alone never says who somebody is: couples share them. The number of the slip does, and a contact counts
    only after it was typed once, in time.
    """
    browser_hash = fingerprint(settings().secret, command.browser_token)
    tried = await count_try(f"one-time code {browser_hash}", command.address, bind=bind)
    asked = await _try(browser_hash, bind)
    if not hmac.compare_digest(digits_of(command.code), code_of(settings().secret, str(asked.id))):
        raise OneTimeCodeWrong
    async with unit_of_work(System("sign in with code"), bind=bind) as work:
        contact = await _contact(work, asked, command.number)
        await _use_up(work, asked.id)
        contact.activated_at = contact.activated_at or work.now
        if command.former_session_id is not None:
            await end_session(work, command.former_session_id, SessionEnd.REPLACED)
        token = await _start(work, contact.account_id, command.device)
        await tried.forgive(work)
    return Admitted(token, asked.return_path)


async def _try(browser_hash: str, bind: Bind | None) -> SignInCode:
    """The latest code of this browser; the try is counted whatever comes of it."""
    async with unit_of_work(System("try code"), bind=bind) as work:
        mine = select(SignInCode.id).where(col(SignInCode.browser_hash) == browser_hash)
        latest = mine.order_by(col(SignInCode.created_at).desc()).limit(1).scalar_subquery()
        take = (
            sa.update(SignInCode)
            .where(
                col(SignInCode.id) == latest,
                col(SignInCode.used_at).is_(None),
                col(SignInCode.expires_at) > work.now,
                col(SignInCode.tries) < MOST_TRIES,
            )
            .values(tries=col(SignInCode.tries) + 1)
            .returning(SignInCode)
        )
        row = (await work.session.exec(take)).scalar_one_or_none()
    if row is None:
        raise OneTimeCodeOver
    return row


async def _contact(work: UnitOfWork, asked: SignInCode, number: str) -> CodeContact:
    wanted = select(CodeContact).where(
        col(CodeContact.ente_id) == asked.ente_id,
        col(CodeContact.contact_hash) == asked.contact_hash,
        col(CodeContact.ended_at).is_(None),
    )
    found = [one for one in (await work.session.exec(wanted.with_for_update())).all() if one.may_open(work.now)]
    if not found:
        raise OneTimeCodeWrong
    if not digits_of(number):
        if len(found) == 1 and found[0].activated_at is not None:
            return found[0]
        raise NumberNeeded
    hashed = number_hash(settings().secret, number)
    named = [one for one in found if hmac.compare_digest(one.number_hash, hashed)]
    if len(named) != 1:
        raise OneTimeCodeWrong
    return named[0]


async def _use_up(work: UnitOfWork, code_id: UUID) -> None:
    use = sa.update(SignInCode).where(col(SignInCode.id) == code_id, col(SignInCode.used_at).is_(None))
    used = await work.session.exec(use.values(used_at=work.now).returning(col(SignInCode.id)))
    if used.first() is None:
        raise OneTimeCodeOver


async def _start(work: UnitOfWork, account_id: UUID, device: str) -> str:
    account = await work.session.get_one(Account, account_id, with_for_update=True)
    is_first, account.last_sign_in_at = account.last_sign_in_at is None, work.now
    await work.record(CitizenSignedIn(ente_id=account.ente_id, account_id=account.id, is_first=is_first))
    return await start_session(
        work,
        StartSession(
            site=Site.PORTAL,
            way=Way.CODE,
            ente_id=account.ente_id,
            account_id=account.id,
            level=LEVEL,
            device=device,
            issuer=DESK,
        ),
    )

"""Lets in who types the one-time code just received: at level 1, for steps of low risk only."""

import hmac
from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.access.actions.admit import Admitted
from domain.access.actions.desk.identify_citizen import DESK
from domain.access.actions.desk.take_code import TakeCode, take_code
from domain.access.actions.desk.use_up_code import use_up_code
from domain.access.actions.end_session import end_session
from domain.access.actions.start_session import StartSession, start_session
from domain.access.events import CitizenSignedIn
from domain.access.model.account import Account
from domain.access.model.desk import CodeContact, SignInCode
from domain.access.refusals import NumberNeeded, OneTimeCodeWrong
from domain.access.rules.one_time_codes import digits_of, number_hash
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
    typed = TakeCode(code=command.code, browser_token=command.browser_token, address=command.address)
    asked, tried = await take_code(typed, bind=bind)
    async with unit_of_work(System("sign in with code"), bind=bind) as work:
        contact = await _contact(work, asked, command.number)
        await use_up_code(work, asked.id)
        contact.activated_at = contact.activated_at or work.now
        if command.former_session_id is not None:
            await end_session(work, command.former_session_id, SessionEnd.REPLACED)
        token = await _start(work, contact.account_id, command.device)
        await tried.forgive(work)
    return Admitted(token, asked.return_path)


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

"""Somebody types a one-time code in the browser that asked for it."""

import hmac

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.access.actions.count_try import CountedTry, count_try
from domain.access.model.desk import SignInCode
from domain.access.refusals import OneTimeCodeOver, OneTimeCodeWrong
from domain.access.rules.one_time_codes import MOST_TRIES, code_of, digits_of
from domain.access.rules.secrets import fingerprint
from domain.kernel.actor import System
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work


class TakeCode(BaseModel):
    """The code as typed, in which browser; ``is_proof`` says of which of the two sorts it has to be."""

    code: str = Field(max_length=40, repr=False)
    browser_token: str = Field(default="", repr=False)
    address: str = ""
    is_proof: bool = False


async def take_code(command: TakeCode, *, bind: Bind | None = None) -> tuple[SignInCode, CountedTry]:
    """The code of this browser, when it is the one that was typed; the try is counted whatever comes of it.

    It still has to be used up (``use_up_code``). Refuses TooManyTries, OneTimeCodeOver, OneTimeCodeWrong.
    """
    browser_hash = fingerprint(settings().secret, command.browser_token)
    tried = await count_try(f"one-time code {browser_hash}", command.address, bind=bind)
    asked = await _try(browser_hash, command.is_proof, bind)
    if not hmac.compare_digest(digits_of(command.code), code_of(settings().secret, str(asked.id))):
        raise OneTimeCodeWrong
    return asked, tried


async def _try(browser_hash: str, is_proof: bool, bind: Bind | None) -> SignInCode:
    async with unit_of_work(System("try code"), bind=bind) as work:
        mine = select(SignInCode.id).where(
            col(SignInCode.browser_hash) == browser_hash, col(SignInCode.is_proof).is_(is_proof)
        )
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

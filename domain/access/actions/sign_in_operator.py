"""An operator signs in with e-mail, password and a code of the second factor."""

import asyncio

from argon2.exceptions import VerificationError
from pydantic import BaseModel, Field
from pyotp.totp import TOTP
from sqlmodel import col, select

from domain.access.actions.set_credentials import HASHER, TOTP_PURPOSE
from domain.access.actions.start_session import StartSession, start_session
from domain.access.model.account import OperatorCredential, SignInAttempt
from domain.access.refusals import NoOfficeToday, TooManyTries, WrongCredentials
from domain.access.rules.secrets import fingerprint, unseal
from domain.access.rules.throttle import FORGOTTEN_AFTER, free_again_at
from domain.access.terms import Site, Way
from domain.kernel.actor import System
from domain.organization.queries.operators import operator_by_email
from domain.organization.queries.roles_today import offices_and_roles
from domain.platform.settings import settings
from domain.platform.work import Bind, UnitOfWork, unit_of_work

STEP_SECONDS = 30
# Unknown accounts verify against this, so that they take as long to refuse as known ones.
NOBODY = HASHER.hash("nobody's password")


class SignInOperator(BaseModel):
    """What was typed."""

    email: str = Field(min_length=3, max_length=200)
    password: str = Field(min_length=1, max_length=200)
    code: str = Field(min_length=6, max_length=10)
    device: str = ""


async def sign_in_operator(command: SignInOperator, *, bind: Bind | None = None) -> str:
    """Returns the token of the new session. Refuses WrongCredentials, TooManyTries, NoOfficeToday.

    A failure is written down before it is told, in a transaction of its own.
    """
    key = fingerprint(settings().secret, command.email.strip().lower())
    async with unit_of_work(System("sign in"), bind=bind) as work:
        await _refuse_if_throttled(work, key)
        credential, is_right = await _check(work, command)
        if credential is not None and is_right:
            return await _open(work, credential, command.device)
        work.session.add(SignInAttempt(key_hash=key, created_at=work.now))
    raise WrongCredentials


async def _refuse_if_throttled(work: UnitOfWork, key: str) -> None:
    recent = col(SignInAttempt.created_at) > work.now - FORGOTTEN_AFTER
    failures = (
        await work.session.exec(select(SignInAttempt.created_at).where(col(SignInAttempt.key_hash) == key, recent))
    ).all()
    free_at = free_again_at(failures)
    if free_at is not None and free_at > work.now:
        raise TooManyTries


async def _check(work: UnitOfWork, command: SignInOperator) -> tuple[OperatorCredential | None, bool]:
    operator = await operator_by_email(work, command.email.strip().lower())
    wanted = select(OperatorCredential).where(
        col(OperatorCredential.operator_id) == (operator.id if operator else None)
    )
    credential = (await work.session.exec(wanted.with_for_update())).one_or_none()
    is_password = await asyncio.to_thread(_verify, credential.password_hash if credential else NOBODY, command.password)
    if credential is None or not is_password:
        return None, False
    return credential, _use_code(credential, command.code, int(work.now.timestamp()))


def _verify(hashed: str, password: str) -> bool:
    try:
        return HASHER.verify(hashed, password)
    except VerificationError:
        return False


def _use_code(credential: OperatorCredential, code: str, now: int) -> bool:
    """Whether ``code`` is of this half minute or its neighbours, and was not used before."""
    totp = TOTP(unseal(settings().secret, credential.totp_secret_sealed, TOTP_PURPOSE))
    present = now // STEP_SECONDS
    for step in (present - 1, present, present + 1):
        if step > credential.last_totp_step and totp.verify(code.replace(" ", ""), for_time=step * STEP_SECONDS):
            credential.last_totp_step = step
            return True
    return False


async def _open(work: UnitOfWork, credential: OperatorCredential, device: str) -> str:
    offices = await offices_and_roles(work, credential.operator_id, work.today)
    if not offices:
        raise NoOfficeToday
    return await start_session(
        work,
        StartSession(
            site=Site.BACKOFFICE,
            way=Way.PASSWORD,
            ente_id=offices[0].ente_id,
            operator_id=credential.operator_id,
            office_id=offices[0].office_id,
            device=device,
        ),
    )

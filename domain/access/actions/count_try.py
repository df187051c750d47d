"""Counts a try before it is heard, so that a hundred at once are no more than a hundred one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.model.entry import SignInAttempt
from domain.access.refusals import TooManyTries
from domain.access.rules.secrets import fingerprint
from domain.access.rules.throttle import FORGOTTEN_AFTER, FREE_TRIES, FREE_TRIES_OF_AN_ADDRESS, free_again_at
from domain.kernel.actor import System
from domain.platform import locks
from domain.platform.settings import settings
from domain.platform.work import Bind, UnitOfWork, unit_of_work


@dataclass(frozen=True)
class CountedTry:
    """A try that counts as a failure until it is taken back or forgiven."""

    account_hash: str
    attempt_ids: tuple[UUID, ...]

    async def take_back(self, work: UnitOfWork) -> None:
        """It was right so far: it does not count; the failures before it do."""
        await work.session.exec(sa.delete(SignInAttempt).where(col(SignInAttempt.id).in_(self.attempt_ids)))

    async def forgive(self, work: UnitOfWork) -> None:
        """The person is in: the failures of the account are forgotten, those of the address are not."""
        is_ours = col(SignInAttempt.id).in_(self.attempt_ids) | (col(SignInAttempt.key_hash) == self.account_hash)
        await work.session.exec(sa.delete(SignInAttempt).where(is_ours))


async def count_try(account: str, address: str, *, bind: Bind | None = None) -> CountedTry:
    """Count a try on ``account`` (as typed) from ``address`` (empty when unknown). Refuses TooManyTries.

    Accounts that do not exist are counted like those that do. What is kept are keyed hashes, for half an hour.
    """
    key = settings().secret
    account_hash = fingerprint(key, f"account {account.strip().lower()}")
    free = {account_hash: FREE_TRIES}
    if address:
        free[fingerprint(key, f"address {address}")] = FREE_TRIES_OF_AN_ADDRESS
    async with unit_of_work(System("count try"), bind=bind) as work:
        old = col(SignInAttempt.created_at) < work.now - FORGOTTEN_AFTER
        await work.session.exec(sa.delete(SignInAttempt).where(old))
        for key_hash in sorted(free):
            await locks.hold(work, "sign-in try", key_hash)
            if _is_held_back(await _failures(work, key_hash), free[key_hash], work.now):
                raise TooManyTries
        made = [SignInAttempt(key_hash=key_hash, created_at=work.now) for key_hash in free]
        attempt_ids = tuple(one.id for one in made)
        work.session.add_all(made)
    return CountedTry(account_hash, attempt_ids)


async def _failures(work: UnitOfWork, key_hash: str) -> Sequence[datetime]:
    wanted = select(SignInAttempt.created_at).where(col(SignInAttempt.key_hash) == key_hash)
    return (await work.session.exec(wanted)).all()


def _is_held_back(failures: Sequence[datetime], free_tries: int, now: datetime) -> bool:
    free_at = free_again_at(failures, free_tries)
    return free_at is not None and free_at > now

"""Somebody says that they forgot the password."""

from pydantic import BaseModel

from domain.access.actions.count_try import count_try
from domain.access.rules.secrets import seal
from domain.kernel.actor import System
from domain.kernel.email import Email
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work

SEALED_FOR = "password reset"


class AskPasswordReset(BaseModel):
    """What was typed, and from where."""

    email: Email
    address: str = ""


async def ask_password_reset(command: AskPasswordReset, *, bind: Bind | None = None) -> None:
    """Queue the search for the account: here nothing is looked up, so nobody can tell whether it exists.

    Asking counts as a try, so that nobody's mailbox is filled. Refuses TooManyTries.
    """
    await count_try(f"reset {command.email}", command.address, bind=bind)
    async with unit_of_work(System("password reset"), bind=bind) as work:
        await work.defer("begin_password_reset", seal(settings().secret, command.email, SEALED_FOR))

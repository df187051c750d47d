"""Somebody who has no account shows that they read the contact they wrote."""

from uuid import UUID

from domain.access.actions.desk.take_code import TakeCode, take_code
from domain.access.actions.desk.use_up_code import use_up_code
from domain.access.events import ContactConfirmed
from domain.kernel.actor import System
from domain.platform.work import Bind, unit_of_work


class ProveContact(TakeCode):
    """The code, as typed, and in which browser."""

    is_proof: bool = True


async def prove_contact(command: ProveContact, *, bind: Bind | None = None) -> UUID:
    """Say that the contact was proven; who kept the id of the code, which is given back, knows for what.

    Refuses TooManyTries, OneTimeCodeOver, OneTimeCodeWrong.
    """
    asked, tried = await take_code(command, bind=bind)
    async with unit_of_work(System("prove contact"), bind=bind) as work:
        await use_up_code(work, asked.id)
        await work.record(ContactConfirmed(ente_id=asked.ente_id, code_id=asked.id))
        await tried.forgive(work)
    return asked.id

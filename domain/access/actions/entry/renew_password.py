"""An operator half-way in chooses the password that is due."""

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col

from domain.access.actions.credentials.choose_password import ChoosePassword, choose_password
from domain.access.model.entry import AccessLink, OperatorEntry
from domain.access.queries.credentials.operator_entry import entry_row
from domain.access.refusals import EntryOver, LinkOver
from domain.access.terms import EntryStep
from domain.kernel.actor import System
from domain.platform.work import Bind, UnitOfWork, unit_of_work


class RenewPassword(BaseModel):
    """The entry, and the password typed twice."""

    entry_token: str
    password: str = Field(min_length=1, max_length=1000)
    again: str = Field(min_length=1, max_length=1000)


async def renew_password(command: RenewPassword, *, bind: Bind | None = None) -> None:
    """The password is chosen, and the link that allowed it is used up.

    Refuses Invalid as choose_password does, EntryOver while another step comes first, LinkOver when the link was used
    or cancelled meanwhile.
    """
    async with unit_of_work(System("renew password"), bind=bind) as work:
        entry = await entry_row(work, command.entry_token)
        if entry.step is not EntryStep.PASSWORD:
            raise EntryOver
        if entry.link_id is not None:
            await _use_up(work, entry)
        choice = ChoosePassword(operator_id=entry.operator_id, password=command.password, again=command.again)
        await choose_password(work, choice)
        entry.is_password_due = False


async def _use_up(work: UnitOfWork, entry: OperatorEntry) -> None:
    use = (
        sa.update(AccessLink)
        .where(
            col(AccessLink.id) == entry.link_id,
            col(AccessLink.used_at).is_(None),
            col(AccessLink.cancelled_at).is_(None),
            col(AccessLink.expires_at) > work.now,
        )
        .values(used_at=work.now)
        .returning(col(AccessLink.id))
    )
    if (await (await work.session.connection()).execute(use)).one_or_none() is None:
        raise LinkOver

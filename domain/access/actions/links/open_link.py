"""An operator opens a link of ours: it is exchanged for an entry, so that it leaves the address of the page at once."""

from pydantic import BaseModel
from sqlmodel import col, select

from domain.access.actions.entry.begin_entry import BeginEntry, begin_entry
from domain.access.model.entry import AccessLink
from domain.access.refusals import LinkOver
from domain.access.rules.secrets import fingerprint
from domain.access.terms import LinkPurpose
from domain.kernel.actor import System
from domain.organization.queries.operators import operator_card
from domain.platform.settings import settings
from domain.platform.work import Bind, unit_of_work


class OpenLink(BaseModel):
    """The token of the link, and what the link must be for."""

    token: str
    purpose: LinkPurpose


async def open_link(command: OpenLink, *, bind: Bind | None = None) -> str:
    """The token of an entry. Refuses LinkOver: used, expired, cancelled, for something else, of a disabled operator.

    Opening does not use the link up (programs that look at e-mails open links too): the new password does.
    """
    async with unit_of_work(System("open link"), bind=bind) as work:
        wanted = select(AccessLink).where(
            col(AccessLink.token_hash) == fingerprint(settings().secret, command.token),
            col(AccessLink.purpose) == command.purpose,
            col(AccessLink.used_at).is_(None),
            col(AccessLink.cancelled_at).is_(None),
            col(AccessLink.expires_at) > work.now,
        )
        link = (await work.session.exec(wanted)).one_or_none()
        if link is None or not (await operator_card(work, link.operator_id)).is_enabled:
            raise LinkOver
        beginning = BeginEntry(operator_id=link.operator_id, ente_id=link.ente_id, link_id=link.id)
        return await begin_entry(work, beginning)

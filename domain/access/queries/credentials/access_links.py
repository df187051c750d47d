"""The links sent to operators: the e-mail that carries one, and how an invitation stands."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.access.model.entry import AccessLink
from domain.access.rules.secrets import derived_token
from domain.access.terms import LinkPurpose
from domain.organization.queries.operators import operator_card
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

PATHS = {LinkPurpose.INVITATION: "/invito/", LinkPurpose.PASSWORD: "/accedi/nuova-password/"}


@dataclass(frozen=True)
class LinkLetter:
    """What the e-mail needs: to whom, of which ente, and the address that opens the link."""

    purpose: LinkPurpose
    ente_id: UUID
    given_name: str
    recipient: str
    address: str = field(repr=False)
    attempts: int
    made_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class InvitationRow:
    """The latest invitation of an operator: waiting for the post office, sent, over, or used."""

    sent_at: datetime | None
    expires_at: datetime
    is_used: bool
    is_cancelled: bool
    is_open: bool


async def link_letter(work: UnitOfWork, link_id: UUID) -> LinkLetter | None:
    """The e-mail for a link that still has to be sent; None for one that was sent or is over. For the System."""
    link = (await work.session.exec(select(AccessLink).where(col(AccessLink.id) == link_id))).one_or_none()
    if link is None or link.sent_at or link.used_at or link.cancelled_at or link.expires_at <= work.now:
        return None
    operator = await operator_card(work, link.operator_id)
    token = derived_token(settings().secret, f"link {link.purpose}", str(link.id))
    return LinkLetter(
        link.purpose,
        link.ente_id,
        operator.given_name,
        operator.email,
        settings().backoffice_url.rstrip("/") + PATHS[link.purpose] + token,
        link.attempts,
        link.created_at,
        link.expires_at,
    )


async def invitation_of(work: UnitOfWork, operator_id: UUID) -> InvitationRow | None:
    """The latest invitation of ``operator_id``; None when there never was one."""
    mine = col(AccessLink.operator_id) == operator_id, col(AccessLink.purpose) == LinkPurpose.INVITATION
    wanted = select(AccessLink).where(*mine).order_by(col(AccessLink.created_at).desc()).limit(1)
    link = (await work.session.exec(wanted)).one_or_none()
    if link is None:
        return None
    is_used, is_cancelled = link.used_at is not None, link.cancelled_at is not None
    is_open = not is_used and not is_cancelled and link.expires_at > work.now
    return InvitationRow(link.sent_at, link.expires_at, is_used, is_cancelled, is_open)

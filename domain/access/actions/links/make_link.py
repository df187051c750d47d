"""Makes a link for an operator; the one before it, for the same purpose, is void."""

from datetime import timedelta
from uuid import UUID, uuid4

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col

from domain.access.model.entry import AccessLink
from domain.access.rules.secrets import derived_token, fingerprint
from domain.access.terms import LinkPurpose
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

LIFE = {LinkPurpose.INVITATION: timedelta(hours=72), LinkPurpose.PASSWORD: timedelta(minutes=30)}


class MakeLink(BaseModel):
    """For whom and for what."""

    operator_id: UUID
    ente_id: UUID
    purpose: LinkPurpose


async def make_link(work: UnitOfWork, command: MakeLink) -> UUID:
    """The id of the link. Its token is kept nowhere: it follows from the id, and only its keyed hash is written."""
    former = sa.update(AccessLink).where(
        col(AccessLink.operator_id) == command.operator_id,
        col(AccessLink.purpose) == command.purpose,
        col(AccessLink.used_at).is_(None),
        col(AccessLink.cancelled_at).is_(None),
    )
    await work.session.exec(former.values(cancelled_at=work.now))
    link_id, key = uuid4(), settings().secret
    work.session.add(
        AccessLink(
            id=link_id,
            ente_id=command.ente_id,
            operator_id=command.operator_id,
            purpose=command.purpose,
            token_hash=fingerprint(key, derived_token(key, f"link {command.purpose}", str(link_id))),
            created_at=work.now,
            expires_at=work.now + LIFE[command.purpose],
        )
    )
    return link_id

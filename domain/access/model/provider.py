"""The identity providers we know now, and the answers of theirs already heard."""

from datetime import datetime

import sqlalchemy as sa

from domain.access.terms import Way
from domain.platform.tables import Table, instant, word


class IdentityProvider(Table, table=True):
    """A provider as its federation describes it: ``document`` is what we read of its metadata or chain, as JSON.

    ``is_saml`` tells which of the two. ``source`` says where it comes from (an address or a file); what has passed
    ``expires_at`` is not used any more. The federation switches ``is_enabled``; ``is_blocked`` is ours and stays,
    whatever the federation says.
    """

    __tablename__ = "identity_provider"
    __table_args__ = (sa.UniqueConstraint("way", "entity_id"), {"schema": "access"})

    way: Way = word(Way)
    entity_id: str
    name: str
    document: str
    source: str
    fetched_at: datetime = instant(nullable=False)
    expires_at: datetime | None = instant()
    is_enabled: bool = True
    is_blocked: bool = False
    is_saml: bool = False


class UsedAnswer(Table, table=True):
    """An assertion that opened a session: it never opens another one."""

    __tablename__ = "used_answer"
    __table_args__ = (sa.UniqueConstraint("issuer", "answer_hash"), {"schema": "access"})

    issuer: str
    answer_hash: str
    expires_at: datetime = instant(nullable=False, index=True)

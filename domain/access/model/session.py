"""Sessions of citizens and operators, and sign-ins on their way."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

import domain.access.model.account  # noqa: F401 - keys point at its table
from domain.access.terms import SessionEnd, Site, Way
from domain.platform.tables import Table, instant, word


class Session(Table, table=True):
    """A session known by the hash of a token that only the browser holds.

    ``proved_at`` is when the person last proved who they are: what is dangerous asks again after a while.
    ``provider_session`` is sealed: what the provider must hear again when the session ends. ``name_hash`` finds the
    session that a provider asks to end.
    """

    __tablename__ = "session"
    __table_args__ = (
        sa.UniqueConstraint("token_hash"),
        sa.CheckConstraint("(account_id IS NULL) <> (operator_id IS NULL)", name="owner"),
        {"schema": "access"},
    )

    site: Site = word(Site)
    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    account_id: UUID | None = Field(default=None, foreign_key="access.account.id", index=True)
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id", index=True)
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id")
    token_hash: str
    level: int = 2
    way: Way = word(Way)
    issuer: str = ""
    provider_session: str = ""
    name_hash: str = Field(default="", index=True)
    device: str = ""
    proved_at: datetime = instant(nullable=False)
    last_seen_at: datetime = instant(nullable=False)
    expires_at: datetime = instant(nullable=False)
    ended_at: datetime | None = instant()
    end_reason: SessionEnd | None = word(SessionEnd, default=None)


class SignInRequest(Table, table=True):
    """A sign-in sent to ``issuer``, bound to one browser, to be answered once.

    ``request_id`` is the ID that a SAML answer must name. ``details`` is sealed: what only we know of the request.
    """

    __tablename__ = "sign_in_request"
    __table_args__ = (sa.UniqueConstraint("state_hash"), {"schema": "access"})

    site: Site = word(Site)
    way: Way = word(Way)
    issuer: str
    state_hash: str
    browser_hash: str = Field(index=True)
    request_id: str = ""
    details: str = ""
    return_path: str
    level: int
    expires_at: datetime = instant(nullable=False)
    used_at: datetime | None = instant()

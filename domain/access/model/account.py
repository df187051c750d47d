"""A citizen's account and the digital identities that open it."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.access.terms import Way
from domain.platform.tables import Table, instant, word


class Account(Table, table=True):
    """The account of a person on the portal of an ambito (``ente_id``)."""

    __tablename__ = "account"
    __table_args__ = (sa.UniqueConstraint("person_id"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id")
    last_sign_in_at: datetime | None = instant()


class CitizenIdentity(Table, table=True):
    """A digital identity (issuer and its subject) that has opened an account."""

    __tablename__ = "citizen_identity"
    __table_args__ = (sa.UniqueConstraint("account_id", "issuer", "subject"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    account_id: UUID = Field(foreign_key="access.account.id")
    way: Way = word(Way)
    issuer: str
    subject: str
    level: int
